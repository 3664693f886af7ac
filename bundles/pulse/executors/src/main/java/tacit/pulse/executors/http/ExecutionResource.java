package tacit.pulse.executors.http;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.execute.Executions;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Shows one piece of work with all that is known of it. */
@Component
public final class ExecutionResource implements HttpResource {

    private final Executions executions;

    @Activate
    public ExecutionResource(@Reference Executions executions) {
        this.executions = executions;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/executions/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Views.onlyParameters(call, Set.of());
        return Reply.json(200, Views.json(Views.whole(Own.execution(call, executions))));
    }
}
