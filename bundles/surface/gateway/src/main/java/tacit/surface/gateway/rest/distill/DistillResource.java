package tacit.surface.gateway.rest.distill;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Learns memories from one run, or from the last runs together, now. */
@Component
public final class DistillResource implements HttpResource {

    private final MemoryLearning learning;
    private final TraceStore traces;
    private final AuditLog audit;

    @Activate
    public DistillResource(
            @Reference MemoryLearning learning, @Reference TraceStore traces, @Reference AuditLog audit) {
        this.learning = learning;
        this.traces = traces;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/distillations";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(200, DistillViews.receipt(learnt(call, trace(call))));
    }

    /** The run to learn from; null for the last runs together. */
    private @Nullable String trace(Call call) {
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("traceId", "offline"));
            String trace = fields.optionalText("traceId", 400);
            if (fields.truth("offline", false) == (trace != null)) {
                throw new IllegalArgumentException("Either traceId or offline, which is true, must be given");
            }
            if (trace != null && traces.find(call.principal().scope(), trace).isEmpty()) {
                throw new HttpProblem(404, "No such trace in the token's scope");
            }
            return trace;
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private LearningReceipt learnt(Call call, @Nullable String trace) {
        Scope scope = call.principal().scope();
        audit.write(
                call.principal().name(),
                "memory.distill",
                trace == null ? scope.workspaceId() : trace,
                Map.of("workspace", scope.workspaceId()));
        return trace == null ? learning.learnOffline(scope) : learning.learn(scope, trace);
    }
}
