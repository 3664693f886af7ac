package tacit.pulse.dreams;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;
import tacit.api.reflect.DreamRun;

/** The other parts of the core as far as they are there: without one, dreaming goes on and does not tell it. Thread-safe. */
@Component(service = CoreParts.class)
public final class CoreParts {

    private static final List<SignalFamily> MEMORY =
            List.of(SignalFamily.MEMORY_DRIFT, SignalFamily.CORRECTION_LEARNING, SignalFamily.CROSS_WORKSPACE_PATTERNS);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CoreSwitches switches;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CoreTraces traces;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable LearningsLog learnings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Signals signals;

    /** Why dreaming may do nothing now; empty when it may. */
    String off() {
        CoreSwitches now = switches;
        return now == null || now.on(CoreStage.DREAMING) ? "" : now.why(CoreStage.DREAMING);
    }

    /** Whether signals of the profile wait that are about memories. */
    boolean memorySignals(String profileId) {
        Signals now = signals;
        return now != null
                && !profileId.isEmpty()
                && now.families(profileId).stream().anyMatch(count -> MEMORY.contains(count.family()));
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
                null);
        return now.begin(draft).id();
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
