package tacit.surface.gateway.rest.harness;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Activates a generation that was there before. */
@Component
public final class GenerationRollbackResource implements HttpResource {

    private final Generations generations;

    @Activate
    public GenerationRollbackResource(@Reference Generations generations) {
        this.generations = generations;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/generations/rollback";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        HostOperator.require(call);
        try {
            Fields fields = call.body().length == 0
                    ? Fields.of(JsonNodeFactory.instance.objectNode(), Set.of())
                    : Fields.of(Json.body(call), Set.of("number", "reason"));
            int number = fields.whole("number", 0, 1, Integer.MAX_VALUE);
            Optional<Long> wanted = number == 0 ? Optional.empty() : Optional.of((long) number);
            wanted.ifPresent(known -> Latest.found(generations, known));
            String reason =
                    Optional.ofNullable(fields.optionalText("reason", 2_000)).orElse("asked for over HTTP");
            return GenerationActivateResource.answer(
                    generations.rollBack(wanted, call.principal().name(), reason));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }
}
