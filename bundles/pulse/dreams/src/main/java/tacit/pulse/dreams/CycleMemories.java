package tacit.pulse.dreams;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.reflect.DreamingSituation;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;

/**
 * Proposes what finished cycles of the core give to be remembered: into the queue that people review, whence the memory that owns it
 * writes it through its gate. The cycle says which candidates it gave, and the learnings log too. Done again, it adds nothing.
 * Thread-safe, one look at a time.
 */
@Component(service = CycleMemories.class)
public final class CycleMemories {

    private static final int HISTORY = 500;
    private static final int LONGEST_RUN = 100;

    private final Database database;
    private final CoreParts core;
    private final Proposing proposing;
    private final Clock clock;

    /** The desk is asked for, so that its tables are there. */
    @Activate
    public CycleMemories(
            @Reference Database database,
            @Reference CoreParts core,
            @Reference StoredDreaming desk,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this.database = database;
        this.core = core;
        this.clock = clock;
        proposing = new Proposing(database, redactor);
    }

    /** Looks at what ended since the last look; while nothing may be learnt or proposed it waits. */
    int look() {
        CoreTraces cycles = core.traces;
        LearningsLog learnings = core.learnings;
        if (cycles == null || learnings == null || !core.offToLearn().isEmpty()) {
            return 0;
        }
        return told(learnings, Learning.Kind.DISPATCH_RESULT)
                        .each(one -> cycle(cycles, one).ifPresent(cycle -> dispatched(learnings, one, cycle)))
                + told(learnings, Learning.Kind.REFLECTION)
                        .each(one -> cycle(cycles, one).ifPresent(cycle -> CycleDrafts.reflected(one, cycle)
                                .ifPresent(found -> propose(cycle.trace(), found, learnings))))
                + failed(cycles)
                        .each(one -> CycleDrafts.failed(one).ifPresent(found -> propose(one, found, learnings)));
    }

    private Finished<Learning> told(LearningsLog learnings, Learning.Kind kind) {
        return new Finished<>(database, kind.name(), page -> learnings.list(null, null, kind, page), Learning::id);
    }

    private Finished<CoreTrace> failed(CoreTraces cycles) {
        CoreTraces.Filter wanted = new CoreTraces.Filter(null, null, null, null, CoreTraceStatus.FAILED);
        return new Finished<>(database, "FAILED_CYCLES", page -> cycles.list(wanted, page), CoreTrace::id);
    }

    private static Optional<CoreTrace.Whole> cycle(CoreTraces cycles, Learning told) {
        return Optional.ofNullable(told.traceId()).flatMap(cycles::find);
    }

    private void dispatched(LearningsLog learnings, Learning told, CoreTrace.Whole cycle) {
        List<Learning> others = learnings
                .list(told.workspaceId(), told.profileId(), Learning.Kind.DISPATCH_RESULT, PageRequest.first(HISTORY))
                .rows();
        CycleDrafts.dispatched(told, cycle, others, clock.getZone())
                .ifPresent(found -> propose(cycle.trace(), found, learnings));
    }

    private void propose(CoreTrace cycle, CycleDrafts.Found found, LearningsLog learnings) {
        String workspace = cycle.draft().workspaceId();
        if (workspace == null) {
            return;
        }
        @Nullable String owner = core.user(cycle.taskId());
        DreamingSituation situation = new DreamingSituation(
                workspace,
                owner,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "",
                found.evidence(),
                List.of(),
                proposing.fates(workspace, owner));
        String run = Gathering.bounded(cycle.id(), LONGEST_RUN);
        Proposing.Became became = proposing.propose(run, situation, found.draft());
        if (became.fate() != Proposing.Fate.DROPPED) {
            core.gave(cycle.id(), became.candidate());
        }
        if (became.fate() == Proposing.Fate.PROPOSED) {
            learnings.add(
                    cycle.draft().profileId(),
                    workspace,
                    Learning.Kind.MEMORY,
                    cycle.id() + ":" + became.candidate(),
                    found.draft().proposedValue(),
                    cycle.id(),
                    "candidate:" + became.candidate());
        }
    }
}
