package tacit.pulse.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.Approvals;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.PulseRun;

/** Asks the approvals whether a dispatch may begin, and what it may do. Thread-safe. */
@Component(service = Asking.class)
public final class Asking {

    private static final int LONGEST_DETAIL = 1000;

    private final Approvals approvals;

    @Activate
    public Asking(@Reference Approvals approvals) {
        this.approvals = approvals;
    }

    /** The same dispatch gets the same entry, however often it asks. */
    Approval ask(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        Plan plan = dispatch.plan();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("source", run.source());
        details.put(
                "prompt",
                plan.prompt()
                        .substring(0, Math.min(LONGEST_DETAIL, plan.prompt().length())));
        if (plan.by() != null) {
            details.put("askedBy", plan.by());
        }
        return approvals.ask(new ActionRequest(
                run.id(),
                run.profileId(),
                workspace(run),
                plan.userId(),
                plan.targetKey(),
                plan.action().equals(DispatchOrder.CODE_CHANGE) ? ApprovalType.CODE_CHANGE : ApprovalType.DISPATCH,
                plan.action(),
                plan.title(),
                details,
                run.traceId(),
                run.evidence()));
    }

    static String workspace(PulseRun run) {
        if (run.workspaceId() == null) {
            throw new IllegalStateException("Dispatch '" + run.id() + "' has no workspace");
        }
        return run.workspaceId();
    }

    /** What the work may do by itself, as an executor is told. */
    Map<String, String> config(String profileId) {
        AgentConfig config = approvals.config(profileId);
        Map<String, String> told = new LinkedHashMap<>();
        told.put("autonomousMode", Boolean.toString(config.autonomousMode()));
        told.put(
                "autoApproveTypes",
                config.autoApproveTypes().stream().map(Spans::lower).collect(Collectors.joining(",")));
        told.put("allowUserInput", Boolean.toString(config.allowUserInput()));
        told.put("humanInputPolicy", config.humanInputPolicy());
        told.put("pauseForRequiredDecision", Boolean.toString(config.pauseForRequiredDecision()));
        told.put("requireWorktree", Boolean.toString(config.requireWorktree()));
        told.put(
                "capabilities", config.capabilities().stream().map(Spans::lower).collect(Collectors.joining(",")));
        return told;
    }

    /** How an act went that went through the approvals; whoever is still asked about it need not answer. */
    void outcome(PulseRun run) {
        boolean success = run.state() == PulseRun.State.COMPLETED;
        if (run.approvalId() != null && (success || run.state() == PulseRun.State.FAILED)) {
            approvals.outcome(run.approvalId(), success);
        }
        if (run.approvalId() != null && !success) {
            approvals.withdraw(run.approvalId(), "What it asks for has ended: " + Spans.lower(run.state()));
        }
    }
}
