package tacit.pulse.mind.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.ReflectionDesk;

/** Lets an operator start a run, leave a target alone, or forget all. */
@Component
public final class ReflectionActResource implements HttpResource {

    private final ReflectionDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public ReflectionActResource(@Reference ReflectionDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/reflection/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        JsonNode body = Asked.body(call, Set.of("profile", "target"));
        String profile =
                Asked.visible(call, profiles, body.path("profile").asText("")).id();
        String target = body.path("target").asText("");
        String by = call.principal().name();
        return switch (String.valueOf(call.pathParameters().get("act"))) {
            case "run" -> run(profile, target.isEmpty() ? null : target, by);
            case "dismiss" -> Views.reply(200, Views.map("dismissed", desk.dismissTarget(profile, target, by)));
            case "reset" -> Views.reply(200, desk.reset(profile, by));
            default -> throw new HttpProblem(404, "There is no such act of reflection");
        };
    }

    private Reply run(String profile, @Nullable String target, String by) {
        return desk.reflect(profile, target, "operator:" + by, true)
                .map(result -> Views.reply(
                        200, Views.map("runId", result.runId(), "outcome", result.outcome(), "fresh", result.fresh())))
                .orElseGet(() -> Views.reply(200, Views.map("outcome", "nothing")));
    }
}
