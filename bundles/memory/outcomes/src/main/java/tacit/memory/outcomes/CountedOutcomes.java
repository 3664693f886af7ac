package tacit.memory.outcomes;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.learn.TraceLearner;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WriteGate;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;

/** Keeps in the database what runs were shown, and how they went as far as is known. Thread-safe. */
@Component(service = {MemoryOutcomes.class, TraceLearner.class, MemoryCopies.class})
@Designate(ocd = CountedOutcomes.Config.class)
public final class CountedOutcomes implements MemoryOutcomes, TraceLearner, MemoryCopies {

    private static final int MOST_DAYS = 3_650;

    /** From when on something is said of a memory. */
    @ObjectClassDefinition(name = "Tacit outcomes of memories")
    public @interface Config {

        @AttributeDefinition(
                description = "Judged runs that must have been shown a memory before it can be useless, at least 1")
        int least_shown() default 20;

        @AttributeDefinition(description = "Judged runs without it that it is compared with, at least 1")
        int least_others() default 20;

        @AttributeDefinition(
                description = "Whether it is proposed to put useless memories of the archive aside; somebody approves")
        boolean propose() default true;

        @AttributeDefinition(
                description = "Days after which a context is forgotten that no run has named, in [1, 3650]")
        int contexts_kept_days() default 90;
    }

    private final Database database;
    private final TraceStore traces;
    private final MemoryStore memories;
    private final Clock clock;
    private final Thresholds thresholds;
    private final Retiring retiring;
    private final boolean proposes;
    private final Duration kept;
    private final Waiting waiting;

    @Activate
    public CountedOutcomes(
            @Reference Database database,
            @Reference TraceStore traces,
            @Reference MemoryStore memories,
            @Reference WriteGate gate,
            @Reference Clock clock,
            Config config) {
        int days = config.contexts_kept_days();
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("contexts.kept.days must be in [1, " + MOST_DAYS + "], got " + days);
        }
        this.database = database;
        this.traces = traces;
        this.memories = memories;
        this.clock = clock;
        this.thresholds = new Thresholds(config.least_shown(), config.least_others());
        this.retiring = new Retiring(memories, gate);
        this.proposes = config.propose();
        this.kept = Duration.ofDays(days);
        database.migrate("tacit.memory.outcomes", CountedOutcomes.class);
        this.waiting = new Waiting(database, clock);
    }

    @Deactivate
    public void close() {
        waiting.close();
    }

    @Override
    public void shown(Scope scope, String contextId, Collection<String> memoryIds) {
        waiting.add(scope, contextId, memoryIds);
    }

    @Override
    public Optional<Helpfulness> of(Scope scope, String memoryId) {
        return database.read(session -> {
            ShownRows rows = new ShownRows(session, scope);
            return rows.counts(memoryId).map(counts -> judge(counts, rows.runs()));
        });
    }

    @Override
    public Page<Helpfulness> list(Scope scope, PageRequest page) {
        return database.read(session -> {
            ShownRows rows = new ShownRows(session, scope);
            ShownRows.Counts all = rows.runs();
            List<Helpfulness> found =
                    rows.list(page).stream().map(counts -> judge(counts, all)).toList();
            return new Page<>(found, page.offset(), rows.memories());
        });
    }

    private Helpfulness judge(ShownRows.Counts with, ShownRows.Counts all) {
        return thresholds.judge(
                with.memoryId(), with.helpful(), with.harmful(), all.helpful(), all.helpful() + all.harmful());
    }

    /** A run that comes again, with a later outcome or more spans, counts as it stands then. */
    @Override
    public void learn(Scope scope, List<String> traceIds) {
        waiting.write();
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        Set<String> changed = new TreeSet<>();
        for (String id : traceIds) {
            traces.find(workspace, id).filter(ShownRun::counts).ifPresent(run -> changed.addAll(keep(workspace, run)));
        }
        database.write(session -> {
            new ShownRows(session, workspace).dropContexts(clock.instant().minus(kept));
            return true;
        });
        if (proposes) {
            changed.forEach(memory -> propose(workspace, memory));
        }
    }

    /** Answers the memories that the run was shown. Ids that a run names count only where its user may know such memories. */
    private List<String> keep(Scope workspace, RecordedTrace run) {
        String user = run.trace().userId();
        Scope owner = new Scope(workspace.workspaceId(), user);
        Set<String> named = new LinkedHashSet<>(ShownRun.memories(run));
        database.read(session -> {
                    ShownRows rows = new ShownRows(session, workspace);
                    return ShownRun.contexts(run).stream()
                            .flatMap(context -> rows.context(context, user).stream())
                            .toList();
                })
                .forEach(named::add);
        List<String> shown = memories.findAll(owner, List.copyOf(named)).stream()
                .map(MemoryRecord::id)
                .toList();
        return database.write(session -> {
            ShownRows rows = new ShownRows(session, workspace);
            rows.keepRun(run.trace().id(), user, shown, ShownRun.outcome(run));
            return rows.shown(run.trace().id());
        });
    }

    private void propose(Scope workspace, String memoryId) {
        Optional<Helpfulness> found = of(workspace, memoryId).filter(Helpfulness::useless);
        boolean before = database.read(session -> new ShownRows(session, workspace).proposed(memoryId));
        if (found.isPresent() && !before && retiring.propose(workspace, found.get())) {
            database.write(session -> {
                new ShownRows(session, workspace).noteProposal(memoryId, clock.instant());
                return true;
            });
        }
    }

    @Override
    public String name() {
        return "outcomes of memories";
    }

    @Override
    public void changed(List<MemoryRecord> records) {}

    @Override
    public void removed(List<MemoryRecord> records) {
        waiting.write();
        database.write(session -> {
            records.forEach(
                    record -> new ShownRows(session, Scope.ofWorkspace(record.workspaceId())).forget(record.id()));
            return true;
        });
    }

    @Override
    public void cleared(Scope scope) {
        waiting.write();
        database.write(session -> {
            new ShownRows(session, scope).clear();
            return true;
        });
    }
}
