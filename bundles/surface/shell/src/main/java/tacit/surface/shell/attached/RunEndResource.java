package tacit.surface.shell.attached;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.shell.ShellCommand;

/** Interrupts a line that a terminal runs in this host. */
@Component
public final class RunEndResource implements HttpResource {

    private static final int LONGEST_ID = 100;

    private final ShellCommand shell;
    private final AuditLog audit;

    @Activate
    public RunEndResource(@Reference ShellCommand shell, @Reference AuditLog audit) {
        this.shell = shell;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/shell/runs/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        WholeHost.require(call);
        String id = call.pathParameters().getOrDefault("id", "");
        if (id.length() > LONGEST_ID) {
            throw new HttpProblem(404, "No line of that name runs");
        }
        audit.write(call.principal().name(), "shell.interrupt", id, Map.of());
        if (!shell.interrupt(id)) {
            throw new HttpProblem(404, "No line of that name runs");
        }
        return Reply.json(200, "{\"interrupted\":true}");
    }
}
