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
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.event.Events;
import tacit.api.ingest.Redactor;
import tacit.api.memory.MemoryStore;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamRun.Status;
import tacit.api.reflect.DreamingDesk;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/** Dreams on real evidence, within the limits of each trigger, and keeps what came of it. Thread-safe. */
@Component(service = {DreamingDesk.class, StoredDreaming.class})
@Designate(ocd = StoredDreaming.Config.class)
public final class StoredDreaming implements DreamingDesk {

    private static final Logger log = LoggerFactory.getLogger(StoredDreaming.class);
    private static final int LONGEST = 2_000;

    /** Of how much it dreams; when it does is set by scope. */
    @ObjectClassDefinition(name = "Tacit dreams")
    public @interface Config {

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
    private final ScopedSettings settings;

    /** Hears of candidates that wait, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Activate
    public StoredDreaming(
            @Reference Database database,
            @Reference ScopedSettings settings,
            @Reference CoreParts core,
            @Reference Memories memories,
            @Reference MemoryStore store,
            @Reference TraceStore traces,
            @Reference Redactor redactor,
            @Reference Clock clock,
            Config config) {
        this.database = database;
        this.settings = settings;
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

    /** Whether tasks that ended in a workspace start dreams. */
    boolean afterTasks(String workspaceId) {
        return settings.truth(CoreSetting.DREAMING_TASKS, Subject.ofWorkspace(workspaceId));
    }

    /** How long a workspace is left alone after something, by the setting of it. */
    Duration cooldown(CoreSetting setting, String workspaceId) {
        return Duration.ofMinutes(settings.whole(setting, Subject.ofWorkspace(workspaceId)));
    }

    @Override
    public boolean pressed(String workspaceId) {
        return core.off().isEmpty()
                && ofPulses(workspaceId)
                && !memories.pressure(workspaceId).isEmpty()
                && database.read(session -> rested(new RunRows(session), workspaceId, now()));
    }

    private boolean ofPulses(String workspaceId) {
        return settings.truth(CoreSetting.DREAMING_PULSES, Subject.ofWorkspace(workspaceId));
    }

    /** Whether the last dream that a pulse started is long enough ago. */
    private boolean rested(RunRows rows, String workspaceId, Instant now) {
        Duration cooldown = cooldown(CoreSetting.DREAMING_COOLDOWN, workspaceId);
        return rows.last(workspaceId, Trigger.HEARTBEAT)
                .filter(last -> last.plus(cooldown).isAfter(now))
                .isEmpty();
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
        if (!core.off().isEmpty() || !wanted(workspaceId, trigger)) {
            return Optional.empty();
        }
        String words = instructions == null || instructions.isBlank() ? memories.pressure(workspaceId) : instructions;
        Optional<DreamRun> begun = begin(profileId, workspaceId, trigger, reference, words);
        return begun.map(run -> {
            DreamRun ended = run(run, words);
            return new DreamingResult(ended.id(), ended.status().name().toLowerCase(Locale.ROOT), ended.candidates());
        });
    }

    private boolean wanted(String workspaceId, Trigger trigger) {
        return switch (trigger) {
            case MANUAL, SYSTEM -> true;
            case TASK_COMPLETION -> afterTasks(workspaceId);
            case HEARTBEAT -> ofPulses(workspaceId);
        };
    }

    /** Empty when the workspace has a run already, or the heartbeat's last one is not long enough ago. */
    private Optional<DreamRun> begin(
            String profileId, String workspaceId, Trigger trigger, @Nullable String reference, String words) {
        Instant now = now();
        return database.write(session -> {
            RunRows rows = new RunRows(session);
            boolean early = trigger == Trigger.HEARTBEAT && !rested(rows, workspaceId, now);
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

    private void tell(DreamRun ended) {
        Events news = events;
        if (news != null && ended.candidates() > 0) {
            Map<String, String> facts = Map.of("candidates", Integer.toString(ended.candidates()));
            news.tell(Scope.ofWorkspace(ended.workspaceId()), "dream.waiting", ended.id(), facts);
        }
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
        tell(last);
        if (trace != null) {
            tally.given.forEach(candidate -> core.gave(trace, candidate));
        }
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
