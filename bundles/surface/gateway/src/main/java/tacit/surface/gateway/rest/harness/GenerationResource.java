package tacit.surface.gateway.rest.harness;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows a generation whole: which jar fills each role, with which settings. */
@Component
public final class GenerationResource implements HttpResource {

    private final Generations generations;

    @Activate
    public GenerationResource(@Reference Generations generations) {
        this.generations = generations;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/generations/{number}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String word = Paths.parameter(call, "number");
        Optional<Generation> active = generations.active();
        Generation wanted = word.equals("active")
                ? active.orElseThrow(() -> new HttpProblem(404, "No generation is active"))
                : Latest.found(generations, number(word));
        boolean now = active.map(one -> one.number() == wanted.number()).orElse(false);
        return Json.reply(
                200, HarnessViews.whole(wanted, Latest.acts(generations).get(wanted.number()), now));
    }

    private static long number(String word) {
        if (!word.matches("\\d{1,18}")) {
            throw new HttpProblem(404, "A generation has a number; 'active' names the one that decides");
        }
        return Long.parseLong(word);
    }
}
