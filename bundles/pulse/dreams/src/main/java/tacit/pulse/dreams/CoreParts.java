package tacit.pulse.dreams;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.execute.Executions;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamingDesk;

/** The other parts of the core as far as they are there: without one, dreaming goes on and does not tell it. Thread-safe. */
@Component(service = CoreParts.class)
public final class CoreParts {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CoreSwitches switches;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CoreTraces traces;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable LearningsLog learnings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Executions executions;

    /** Why dreaming may do nothing now; empty when it may. */
    String off() {
        CoreSwitches now = switches;
        return now == null || now.on(CoreStage.DREAMING) ? "" : now.why(CoreStage.DREAMING);
    }

    /** Why nothing may be learnt and proposed now; empty when it may. */
    String offToLearn() {
        CoreSwitches now = switches;
        return now == null || now.on(CoreStage.LEARNING) ? off() : now.why(CoreStage.LEARNING);
    }

    /** For whom the work of a cycle was; null for nobody in particular. */
    @Nullable
    String user(@Nullable String executionId) {
        Executions now = executions;
        return now == null || executionId == null
                ? null
                : now.find(executionId)
                        .map(execution -> execution.brief().userId())
                        .orElse(null);
    }

    /** Says in a cycle which candidate it gave. */
    void gave(String traceId, String candidateId) {
        CoreTraces now = traces;
        if (now != null) {
            now.memory(traceId, "candidate:" + candidateId);
        }
    }

    /** Begins the cycle of a run; null where none is kept. */
    @Nullable
    String begin(DreamRun run) {
        CoreTraces now = traces;
        if (now == null || run.profileId().isEmpty()) {
            return null;
        }
        CoreTraceDraft draft = new CoreTraceDraft(
                run.profileId(),
                run.workspaceId(),
                "workspace:" + run.workspaceId(),
                CoreSurface.MEMORY,
                CoreTraceKind.DREAM_DISTILL,
                run.id(),
                pulse(now, run));
        return now.begin(draft).id();
    }

    /** The cycle of the pulse that asked for a run; null for none. */
    private static @Nullable String pulse(CoreTraces traces, DreamRun run) {
        String reference = run.reference();
        if (reference == null || run.trigger() != DreamingDesk.Trigger.HEARTBEAT) {
            return null;
        }
        String trace = CoreTrace.idOf(CoreSurface.HEARTBEAT, reference);
        return traces.find(trace).isEmpty() ? null : trace;
    }

    /** Adds a step to a cycle. */
    void step(@Nullable String traceId, String key, CorePhase phase, String summary, Map<String, String> details) {
        CoreTraces now = traces;
        if (now != null && traceId != null) {
            now.step(traceId, key, phase, "dreaming." + key.replaceFirst(":.*", ""), summary, details);
        }
    }

    /** Ends the cycle of a run and tells what it taught. */
    void end(@Nullable String traceId, DreamRun run, List<String> whyNot) {
        CoreTraces cycles = traces;
        String summary = run.summary() == null ? "" : run.summary();
        if (cycles != null && traceId != null) {
            cycles.end(traceId, CoreTraceStatus.valueOf(run.status().name()), summary, run.error());
        }
        CoreSwitches counts = switches;
        if (counts != null) {
            counts.ran(CoreStage.DREAMING, run.candidates(), whyNot);
        }
        LearningsLog log = learnings;
        if (log != null && !run.profileId().isEmpty() && run.candidates() > 0) {
            log.add(
                    run.profileId(),
                    run.workspaceId(),
                    Learning.Kind.DREAM,
                    run.id(),
                    summary,
                    traceId,
                    "dream:" + run.id());
        }
    }
}
