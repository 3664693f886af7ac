package tacit.pulse.executors.http;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Stops a piece of work. */
@Component
public final class CancelResource implements HttpResource {

    private final Executions executions;

    @Activate
    public CancelResource(@Reference Executions executions) {
        this.executions = executions;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/executions/{id}/cancel";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        String reason = Views.body(call, Set.of("reason")).path("reason").asText("");
        Execution execution = Own.execution(call, executions);
        if (!executions.cancel(execution.id(), call.principal().name(), reason)) {
            throw new HttpProblem(409, "It has ended");
        }
        return Reply.json(200, Views.json(Views.whole(Own.execution(call, executions))));
    }
}
