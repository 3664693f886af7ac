package tacit.pulse.executors.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.execute.Executions;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Lists the devices that take work of a workspace. */
@Component
public final class DevicesResource implements HttpResource {

    private final Executions executions;

    @Activate
    public DevicesResource(@Reference Executions executions) {
        this.executions = executions;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/devices";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Views.onlyParameters(call, Set.of());
        String workspaceId = Own.workspace(call);
        List<Map<String, @Nullable Object>> devices = executions.devices().stream()
                .filter(one -> one.workspaces().isEmpty() || one.workspaces().contains(workspaceId))
                .map(Views::device)
                .toList();
        return Reply.json(200, Views.json(Map.of("executors", executions.executors(), "devices", devices)));
    }
}
