package tacit.pulse.dreams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.Redactor;
import tacit.api.memory.MemoryStore;
import tacit.api.pulse.CorePhase;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamRun.Status;
import tacit.api.reflect.DreamingDesk;
import tacit.api.store.Database;
import tacit.api.trace.TraceStore;

/** Dreams on real evidence, within the limits of each trigger, and keeps what came of it. Thread-safe. */
@Component(service = {DreamingDesk.class, StoredDreaming.class})
@Designate(ocd = StoredDreaming.Config.class)
public final class StoredDreaming implements DreamingDesk {

    private static final Logger log = LoggerFactory.getLogger(StoredDreaming.class);
    private static final int MOST_MINUTES = 43_200;
    private static final int LONGEST = 2_000;

    /** When it dreams, and of how much. */
    @ObjectClassDefinition(name = "Tacit dreams")
    public @interface Config {

        @AttributeDefinition(
                name = "Cooldown of the heartbeat",
                description = "Minutes between dreams of a workspace that pulses start, in [0, 43200]",
                min = "0",
                max = "43200")
        int heartbeat_cooldown_minutes() default 60;

        @AttributeDefinition(name = "After tasks", description = "Whether a task that ended starts a dream")
        boolean after_tasks() default false;

        @AttributeDefinition(
                name = "Most runs",
                description = "Steps of so many of the last runs are looked at, in [1, 500]",
                min = "1",
                max = "500")
        int most_runs() default 50;

        @AttributeDefinition(
                name = "Most users",
                description = "Of so many users' own evidence is dreamt too, the latest first, in [0, 100]",
                min = "0",
                max = "100")
        int most_users() default 5;
    }

    private final Database database;
    private final CoreParts core;
    private final Memories memories;
    private final Clock clock;
    private final Dreamer dreamer;
    private final Duration cooldown;
    private final boolean afterTasks;

    @Activate
    public StoredDreaming(
            @Reference Database database,
            @Reference CoreParts core,
            @Reference Memories memories,
            @Reference MemoryStore store,
            @Reference TraceStore traces,
            @Reference Redactor redactor,
            @Reference Clock clock,
            Config config) {
        cooldown = Duration.ofMinutes(
                within("heartbeat.cooldown.minutes", config.heartbeat_cooldown_minutes(), 0, MOST_MINUTES));
        afterTasks = config.after_tasks();
        this.database = database;
        this.core = core;
        this.memories = memories;
        this.clock = clock;
        Spans spans = new Spans(traces, within("most.runs", config.most_runs(), 1, 500));
        Gathering gathering = new Gathering(memories, store, traces, spans);
        int users = within("most.users", config.most_users(), 0, 100);
        dreamer = new Dreamer(core, memories, gathering, new Proposing(database, redactor), traces, users);
        database.migrate("tacit.pulse.dreams", StoredDreaming.class);
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    /** Whether tasks that ended start dreams. */
    boolean afterTasks() {
        return afterTasks;
    }

    /** Ends what a crash left under way; to be called before anything runs. */
    int recover() {
        return database.write(session ->
                new RunRows(session).recover(now(), "The host ended before the run did; nothing of it is lost"));
    }

    @Override
    public Optional<DreamingResult> dream(
            String profileId,
            String workspaceId,
            Trigger trigger,
            @Nullable String reference,
            @Nullable String instructions) {
        if (!core.off().isEmpty() || !wanted(profileId, workspaceId, trigger)) {
            return Optional.empty();
        }
        String words = instructions == null || instructions.isBlank() ? memories.pressure(workspaceId) : instructions;
        Optional<DreamRun> begun = begin(profileId, workspaceId, trigger, reference, words);
        return begun.map(run -> {
            DreamRun ended = run(run, words);
            return new DreamingResult(ended.id(), ended.status().name().toLowerCase(Locale.ROOT), ended.candidates());
        });
    }

    private boolean wanted(String profileId, String workspaceId, Trigger trigger) {
        return switch (trigger) {
            case MANUAL, SYSTEM -> true;
            case TASK_COMPLETION -> afterTasks;
            case HEARTBEAT ->
                core.memorySignals(profileId) || !memories.pressure(workspaceId).isEmpty();
        };
    }

    /** Empty when the workspace has a run already, or the heartbeat's last one is not long enough ago. */
    private Optional<DreamRun> begin(
            String profileId, String workspaceId, Trigger trigger, @Nullable String reference, String words) {
        Instant now = now();
        return database.write(session -> {
            RunRows rows = new RunRows(session);
            boolean early = trigger == Trigger.HEARTBEAT
                    && rows.last(workspaceId, trigger)
                            .filter(last -> last.plus(cooldown).isAfter(now))
                            .isPresent();
            boolean ofTask = reference != null && trigger == Trigger.TASK_COMPLETION;
            DreamRun run = new DreamRun(
                    "dr" + Digest.of(workspaceId, String.valueOf(rows.lastNumber() + 1), now.toString()),
                    workspaceId,
                    profileId,
                    ofTask ? DreamRun.ScopeKind.RECENT_SESSIONS : DreamRun.ScopeKind.WORKSPACE,
                    ofTask ? String.valueOf(reference) : workspaceId,
                    Status.RUNNING,
                    trigger,
                    reference,
                    words.isEmpty() ? null : Gathering.bounded(words, LONGEST),
                    null,
                    0,
                    0,
                    0,
                    0,
                    null,
                    now,
                    null);
            return early || !rows.begin(run) ? Optional.empty() : Optional.of(run);
        });
    }

    private DreamRun run(DreamRun run, String words) {
        List<String> whyNot = new ArrayList<>();
        String trace = core.begin(run);
        Tally tally = new Tally();
        DreamRun ended;
        try {
            dreamer.dream(run, words, now(), tally, whyNot);
            ended = tally.ended(run, now());
        } catch (RuntimeException e) {
            log.warn("Cannot finish dreaming run '{}'", run.id(), e);
            ended = tally.failed(run, String.valueOf(e.getMessage()), now());
        }
        DreamRun last = ended;
        database.write(session -> new RunRows(session).end(last));
        core.step(
                trace,
                "proposed:" + run.id(),
                CorePhase.MEMORY,
                String.valueOf(last.summary()),
                Map.of(
                        "evidence", String.valueOf(last.evidence()),
                        "candidates", String.valueOf(last.candidates()),
                        "merged", String.valueOf(last.merged()),
                        "dropped", String.valueOf(last.dropped())));
        core.end(trace, last, whyNot);
        return last;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
