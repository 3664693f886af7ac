package tacit.pulse.mind.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.PulseRun;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.Suggestion;
import tacit.api.store.PageRequest;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.Outlets;
import tacit.pulse.mind.run.Closing.Result;
import tacit.pulse.mind.store.BacklogRows;

/** Looks what became of the points that are under way: what people said, and what nobody told of work that ended. Thread-safe. */
@Component(service = Responses.class)
public final class Responses {

    private static final String SUGGESTION = "suggestion:";
    private static final int MOST = 500;

    private final Mind mind;
    private final Outlets outlets;
    private final Closing closing;

    @Activate
    public Responses(@Reference Mind mind, @Reference Outlets outlets, @Reference Closing closing) {
        this.mind = mind;
        this.outlets = outlets;
        this.closing = closing;
    }

    /** One look at the points of a profile, or of all for null. */
    public void look(@Nullable String profile) {
        mind.read(session -> new BacklogRows(session)
                        .list(profile, ReflectionBacklog.State.DISPATCHED, PageRequest.first(MOST)))
                .rows()
                .forEach(this::look);
    }

    private void look(ReflectionBacklog point) {
        String dispatch = String.valueOf(point.dispatchId());
        if (dispatch.startsWith(SUGGESTION)) {
            outlets.suggestions()
                    .flatMap(desk -> desk.find(dispatch.substring(SUGGESTION.length())))
                    .ifPresent(suggestion -> answered(dispatch, suggestion));
        } else {
            outlets.dispatches()
                    .flatMap(dispatches -> dispatches.ofKey("reflection:" + point.runId()))
                    .filter(run -> run.id().equals(dispatch))
                    .ifPresent(run -> ended(dispatch, run));
        }
    }

    private void answered(String dispatch, Suggestion suggestion) {
        result(suggestion)
                .ifPresent(result -> closing.ended(
                        dispatch, result, "response", suggestion.state().name()));
    }

    private static Optional<Result> result(Suggestion suggestion) {
        return switch (suggestion.state()) {
            case OPEN, SNOOZED -> Optional.empty();
            case ACTED -> Optional.of(Result.GOOD);
            case DISMISSED -> Optional.of(Result.UNWANTED);
            case IGNORED -> Optional.of(Result.BAD);
            case EXPIRED, DISPLACED -> Optional.of(Result.NEUTRAL);
        };
    }

    private void ended(String dispatch, PulseRun run) {
        switch (run.state()) {
            case QUEUED, RUNNING -> {}
            case COMPLETED -> closing.ended(dispatch, Result.GOOD, "execution", "succeeded");
            case FAILED -> closing.ended(dispatch, Result.BAD, "execution", "failed");
            case CANCELLED, INTERRUPTED ->
                closing.ended(dispatch, Result.NEUTRAL, "execution", run.state().name());
        }
    }
}
