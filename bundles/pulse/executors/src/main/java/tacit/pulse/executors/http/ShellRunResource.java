package tacit.pulse.executors.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

/** Runs a command in a shell session. */
@Component
public final class ShellRunResource implements HttpResource {

    private static final long USUAL_SECONDS = 60;

    private final Shells shells;
    private final AuditLog audit;

    @Activate
    public ShellRunResource(@Reference Shells shells, @Reference AuditLog audit) {
        this.shells = shells;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
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
        JsonNode body = Views.body(call, Set.of("command", "timeoutSeconds"));
        String workspaceId = Own.workspace(call);
        String key = call.pathParameters().getOrDefault("key", "");
        audit.write(call.principal().name(), "shell.run", key, Map.of("workspace", workspaceId));
        try {
            return Reply.json(
                    200,
                    Views.json(Views.result(shells.run(
                            workspaceId,
                            key,
                            body.path("command").asText(""),
                            Duration.ofSeconds(body.path("timeoutSeconds").asLong(USUAL_SECONDS))))));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, Objects.requireNonNullElse(e.getMessage(), "The command cannot be run"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpProblem(503, "The host stops");
        }
    }
}
