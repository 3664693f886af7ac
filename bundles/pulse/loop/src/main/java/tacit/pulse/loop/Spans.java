package tacit.pulse.loop;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.PulseRun;

/** Writes what becomes of dispatches into the traces that led to them; each step once, however often it is told. Thread-safe. */
@Component(service = Spans.class)
public final class Spans {

    private final CoreTraces traces;

    @Activate
    public Spans(@Reference CoreTraces traces) {
        this.traces = traces;
    }

    /** What the approvals said, and by which rule; once before it is known who answers, and once after. */
    void judged(Dispatch dispatch, Approval approval) {
        Map<String, String> details = details(dispatch.run());
        details.put("approvalId", approval.id());
        details.put("approval", lower(approval.state()));
        details.put("posture", approval.decision().posture());
        details.put("rule", approval.decision().rule());
        details.put("why", approval.decision().reason());
        if (approval.answeredBy() != null) {
            details.put("approvedBy", approval.answeredBy());
        }
        boolean denied = approval.state() == Approval.State.DENIED || approval.state() == Approval.State.EXPIRED;
        step(
                dispatch,
                "judged:" + dispatch.id() + ":" + lower(approval.state()),
                denied || approval.state() == Approval.State.PENDING ? CorePhase.GATING : CorePhase.DISPATCH,
                "heartbeat.dispatch_"
                        + (approval.state() == Approval.State.PENDING ? "asked" : lower(approval.state())),
                approval.decision().reason(),
                details);
    }

    /** An execution does it now, or will when it is allowed to. */
    void given(Dispatch dispatch, String executionId) {
        if (dispatch.run().traceId() != null) {
            traces.task(dispatch.run().traceId(), executionId);
        }
        Map<String, String> details = details(dispatch.run());
        details.put("executionId", executionId);
        step(
                dispatch,
                "given:" + dispatch.id(),
                CorePhase.DISPATCH,
                "heartbeat.work_given",
                dispatch.plan().title(),
                details);
    }

    /** It ended. */
    void ended(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        Map<String, String> details = details(run);
        details.put("status", lower(run.state()));
        details.put("tokens", Long.toString(run.cost().tokens()));
        details.put("micros", Long.toString(run.cost().micros()));
        if (run.executionId() != null) {
            details.put("taskId", run.executionId());
        }
        String words = run.error() != null ? run.error() : run.summary() != null ? run.summary() : lower(run.state());
        step(dispatch, "ended:" + run.id(), CorePhase.DISPATCH, type(run), words, details);
    }

    private static String type(PulseRun run) {
        return run.type() == PulseRun.Type.STEP ? "heartbeat.step_completed" : "heartbeat.dispatch_completed";
    }

    private void step(
            Dispatch dispatch, String key, CorePhase phase, String type, String words, Map<String, String> details) {
        if (dispatch.run().traceId() != null) {
            traces.step(dispatch.run().traceId(), key, phase, type, words, details);
        }
    }

    /** Joins the result of an execution to the cycle that led to it. */
    void join(String executionId, String result) {
        traces.join(executionId, result, null);
    }

    static Map<String, String> details(PulseRun run) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("dispatchRunId", run.id());
        if (run.kind() != null) {
            details.put("dispatchKind", lower(run.kind()));
        }
        details.put("source", run.source());
        return details;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
