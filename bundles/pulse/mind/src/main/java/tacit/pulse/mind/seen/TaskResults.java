package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.store.PageRequest;

/**
 * How work of the profile went, without what reflection started itself; what failed is seen of its code too. What was done for one
 * user stays that user's.
 */
final class TaskResults implements Source {

    /** What reflection calls itself where it gives work. */
    static final String SELF = "reflection";

    private static final int MOST = 200;

    private final Executions executions;
    private final CodePlaces places;

    TaskResults(Executions executions, CodePlaces places) {
        this.executions = executions;
        this.places = places;
    }

    @Override
    public String name() {
        return "task results";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        CodePlaces.Place code = places.of(profile.workspaceId()).orElse(null);
        return executions.list(profile.id(), profile.workspaceId(), null, PageRequest.first(MOST)).rows().stream()
                .filter(one -> !one.brief().source().equals(SELF)
                        && !one.brief().source().equals("subconscious")
                        && !at(one).isBefore(since))
                .flatMap(one -> seen(profile, one, code))
                .toList();
    }

    private static Stream<Sighting> seen(AutomationProfile profile, Execution one, CodePlaces.@Nullable Place code) {
        Sighting task = Keys.workspace(profile, saw(one));
        return one.state() == Execution.State.FAILED && code != null
                ? Stream.of(
                        task,
                        task.about(code.key(), Kind.CODE_WORKSPACE, code.label(), ReflectionEvidence.Type.CODE_FAILURE))
                : Stream.of(task);
    }

    private static Instant at(Execution one) {
        return one.endedAt() != null ? one.endedAt() : one.createdAt();
    }

    private static Keys.Saw saw(Execution one) {
        String state = one.state().name().toLowerCase(Locale.ROOT);
        boolean shown = one.brief().userId() == null;
        String error = shown && one.state() == Execution.State.FAILED && one.result() != null
                ? " (" + Objects.requireNonNullElse(one.result().error(), "no reason") + ")"
                : "";
        String text = state + ": " + (shown ? one.brief().title() : "work for one user");
        return Keys.Saw.made(
                ReflectionEvidence.Type.TASK_SIGNAL,
                Asks.task(state),
                text + error,
                "task:" + one.brief().title(),
                "execution:" + one.id(),
                at(one),
                "task",
                one.id(),
                one.state());
    }
}
