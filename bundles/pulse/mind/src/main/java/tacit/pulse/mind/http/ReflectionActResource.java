package tacit.pulse.mind.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import tacit.api.reflect.ReflectionDesk.Ranked;

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
                Asked.visible(call, profiles, Asked.text(body, "profile")).id();
        String target = Asked.text(body, "target");
        String by = call.principal().name();
        return switch (String.valueOf(call.pathParameters().get("act"))) {
            case "run" -> run(profile, target, by);
            case "dismiss" -> dismiss(profile, target, by);
            case "reset" -> reset(profile, by);
            default -> throw new HttpProblem(404, "There is no such act of reflection");
        };
    }

    private Reply run(String profile, String target, String by) {
        return desk.reflect(profile, target.isEmpty() ? null : target, "operator:" + by, true)
                .map(result -> Views.reply(
                        200, Views.map("runId", result.runId(), "outcome", result.outcome(), "fresh", result.fresh())))
                .orElseGet(() -> Views.reply(200, Views.map("outcome", "nothing", "why", why(profile, target))));
    }

    /** Why nothing is thought about. */
    private List<String> why(String profile, String target) {
        List<Ranked> ranked = desk.refresh(profile);
        if (!target.isEmpty()
                && ranked.stream().noneMatch(one -> one.target().key().equals(target))) {
            throw new HttpProblem(404, "There is no target of this key");
        }
        return Stream.concat(
                        Stream.of(desk.brain(profile).why()),
                        ranked.stream().map(Ranked::score).map(one -> one.targetKey() + ": " + one.whyNot()))
                .filter(why -> !why.isEmpty())
                .toList();
    }

    private Reply dismiss(String profile, String target, String by) {
        if (target.isEmpty()) {
            throw new HttpProblem(400, "target must be given");
        }
        if (!desk.dismissTarget(profile, target, by)) {
            throw new HttpProblem(404, "There is no target of this key");
        }
        return Views.reply(200, Views.map("dismissed", true));
    }

    private Reply reset(String profile, String by) {
        try {
            return Views.reply(200, desk.reset(profile, by));
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }
}
