package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.recall.RecallTools;
import tacit.api.recall.ToolDisabledException;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Calls one tool for an agent. */
@Component
public final class MemoryToolResource implements HttpResource {

    private final RecallTools tools;

    @Activate
    public MemoryToolResource(@Reference RecallTools tools) {
        this.tools = tools;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/tools/{name}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String name = call.pathParameters().getOrDefault("name", "");
        try {
            return Json.reply(200, RecallViews.of(tools.call(name, RecallQuestions.tool(call))));
        } catch (ToolDisabledException e) {
            throw new HttpProblem(409, "The tool '" + name + "' is disabled");
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
