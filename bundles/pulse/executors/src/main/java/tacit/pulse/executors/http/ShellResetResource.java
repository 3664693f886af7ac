package tacit.pulse.executors.http;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.execute.Shells;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Lets a shell session begin anew. */
@Component
public final class ShellResetResource implements HttpResource {

    private final Shells shells;
    private final AuditLog audit;

    @Activate
    public ShellResetResource(@Reference Shells shells, @Reference AuditLog audit) {
        this.shells = shells;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/shells/{key}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        String workspaceId = Own.workspace(call);
        String key = call.pathParameters().getOrDefault("key", "");
        audit.write(call.principal().name(), "shell.reset", key, Map.of("workspace", workspaceId));
        if (!shells.reset(workspaceId, key)) {
            throw new HttpProblem(404, "There is no such shell session");
        }
        return Reply.json(200, Views.json(Map.of("key", key, "reset", true)));
    }
}
