package tacit.pulse.executors.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.execute.Execution;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.pulse.executors.StoredExecutions;

/** Lists the work of a workspace, the newest first. */
@Component
public final class ExecutionsResource implements HttpResource {

    private final StoredExecutions executions;

    @Activate
    public ExecutionsResource(@Reference StoredExecutions executions) {
        this.executions = executions;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/executions";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Views.onlyParameters(call, Set.of("state", "profile", "offset", "limit"));
        String workspaceId = Own.workspace(call);
        PageRequest request = new PageRequest(
                Views.number(call, "offset", 0, 1_000_000), Math.max(1, Views.number(call, "limit", 50, 500)));
        Page<Execution> page =
                executions.list(call.parameter("profile").orElse(null), workspaceId, state(call), request);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("executions", page.rows().stream().map(Views::brief).toList());
        view.put("offset", page.offset());
        view.put("total", page.total());
        view.put("overBudget", executions.overBudget(workspaceId));
        return Reply.json(200, Views.json(view));
    }

    private static Execution.@Nullable State state(Call call) {
        return call.parameter("state")
                .map(word -> Arrays.stream(Execution.State.values())
                        .filter(state -> state.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> new HttpProblem(400, "state must be a state of an execution")))
                .orElse(null);
    }
}
