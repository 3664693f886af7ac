package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.memory.Evidence;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/**
 * Says where what an agent's host hands in of a run comes from: the recorded run, or the host itself, whose act is noted then.
 * Thread-safe.
 */
@Component(service = RunEvidence.class)
public final class RunEvidence {

    private final TraceStore traces;
    private final AuditLog audit;

    @Activate
    public RunEvidence(@Reference TraceStore traces, @Reference AuditLog audit) {
        this.traces = traces;
        this.audit = audit;
    }

    List<Evidence> of(Call call, Scope scope, String taskId, String action) {
        if (traces.find(scope, taskId).isPresent()) {
            return List.of(Evidence.of(Evidence.Kind.TRACE, taskId));
        }
        // What an agent's host calls a run may be anything, and the audit log holds no text
        long entry = audit.write(
                        call.principal().name(), action, scope.workspaceId(), Map.of("workspace", scope.workspaceId()))
                .sequence();
        return List.of(Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry)));
    }
}
