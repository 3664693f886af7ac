package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.command.Command;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Runs a verb of the tacit command inside this host and sends what it says as it says it. */
@Component
public final class CommandsResource implements HttpResource {

    private final List<Command> commands;
    private final AuditLog audit;

    @Activate
    public CommandsResource(
            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY)
                    List<Command> commands,
            @Reference AuditLog audit) {
        this.commands = List.copyOf(commands);
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/commands/{name}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        Query.none(call);
        String name = Paths.parameter(call, "name");
        Command command = commands.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "No such command; known are " + names()));
        CommandRun run = CommandRun.read(command, Json.body(call));
        audit.write(call.principal().name(), "command.run", name, Map.of("arguments", String.valueOf(run.count())));
        return new Reply(200, "application/x-ndjson", Map.of(), run::writeTo);
    }

    private String names() {
        return String.join(", ", commands.stream().map(Command::name).sorted().toList());
    }
}
