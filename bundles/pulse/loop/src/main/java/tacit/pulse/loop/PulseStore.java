package tacit.pulse.loop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.event.Events;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.ProfileReferences;
import tacit.api.pulse.PulseRun;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.Work;

/** The tables of the loop, and the changes of them that must be one. Thread-safe. */
@Component(service = {PulseStore.class, ProfileReferences.class})
public final class PulseStore implements ProfileReferences {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 20_000;

    private final Database database;
    private final Redactor redactor;
    private final Clock clock;

    /** Hears of dispatches that changed, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Activate
    public PulseStore(@Reference Database database, @Reference Redactor redactor, @Reference Clock clock) {
        this.database = database;
        this.redactor = redactor;
        this.clock = clock;
        database.migrate("tacit.pulse.loop", PulseStore.class);
    }

    <T> T read(Work<T> work) {
        return database.read(work);
    }

    <T> T write(Work<T> work) {
        return database.write(work);
    }

    /** Calls of services as one change; see {@link Database#together}. */
    <T> T together(Supplier<T> calls) {
        return database.together(calls);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /** In one line, bounded and without secrets. */
    String line(String text) {
        return cut(redactor.redact(text).text().replaceAll("\\s+", " ").strip(), LONGEST_LINE);
    }

    @Nullable
    String optionalLine(@Nullable String text) {
        return text == null ? null : line(text);
    }

    /** Bounded and without secrets. */
    String text(String text) {
        return cut(redactor.redact(text).text(), LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    /** Tells how a dispatch stands now; of steps nothing. */
    void tell(PulseRun run) {
        Events news = events;
        String workspace = run.workspaceId();
        if (news != null && workspace != null && run.type() == PulseRun.Type.DISPATCH) {
            String state = run.state().name().toLowerCase(Locale.ROOT);
            Map<String, String> facts = Map.of("state", state, "profile", run.profileId());
            news.tell(Scope.ofWorkspace(workspace), "dispatch.changed", run.id(), facts);
        }
    }

    Optional<PulseRun> run(String id) {
        return read(session -> new RunQueries(session).find(id));
    }

    Optional<Dispatch> dispatch(String id) {
        return read(session -> new RunRows(session).dispatch(id));
    }

    List<Dispatch> steps(String dispatchId) {
        return read(session -> new RunQueries(session).steps(dispatchId));
    }

    Standing standing(String profileId) {
        return read(session -> new Standing.Rows(session).find(profileId));
    }

    @Override
    public String name() {
        return "pulses";
    }

    @Override
    public boolean refersTo(Session session, String profileId) {
        return !session.select(
                        "SELECT id FROM pulse_runs WHERE profile_id = ? LIMIT 1", row -> row.text("id"), profileId)
                .isEmpty();
    }
}
