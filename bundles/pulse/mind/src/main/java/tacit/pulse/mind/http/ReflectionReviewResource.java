package tacit.pulse.mind.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
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

/** Lets an operator act on one run, point or notice. */
@Component
public final class ReflectionReviewResource implements HttpResource {

    private final ReflectionDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public ReflectionReviewResource(@Reference ReflectionDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/reflection/{part}/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        JsonNode body = Asked.body(call, Set.of("reason"));
        String id = String.valueOf(call.pathParameters().get("id"));
        String said = Asked.text(body, "reason");
        String reason = said.isEmpty() ? "asked for over HTTP" : said;
        String by = call.principal().name();
        String what =
                call.pathParameters().get("part") + "/" + call.pathParameters().get("act");
        try {
            return switch (what) {
                case "runs/retry" -> retry(call, id, by);
                case "runs/dismiss" -> {
                    run(call, id);
                    yield Views.reply(200, Views.map("dismissed", desk.dismiss(id, by, reason)));
                }
                case "backlog/reject" -> {
                    point(call, id);
                    yield Views.reply(200, Views.map("rejected", desk.rejectBacklog(id, by, reason)));
                }
                case "notices/seen" -> {
                    notice(call, id);
                    yield Views.reply(200, Views.map("seen", desk.seen(id, by)));
                }
                default -> throw new HttpProblem(404, "There is no such act of reflection");
            };
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }

    private Reply retry(Call call, String id, String by) {
        run(call, id);
        return desk.retry(id, by)
                .map(result -> Views.reply(200, Views.map("runId", result.runId(), "outcome", result.outcome())))
                .orElseGet(() -> Views.reply(200, Views.map("outcome", "nothing")));
    }

    private void run(Call call, String id) {
        visible(call, desk.run(id).map(whole -> whole.run().profileId()));
    }

    private void point(Call call, String id) {
        visible(call, desk.findBacklog(id).map(point -> point.profileId()));
    }

    private void notice(Call call, String id) {
        visible(call, desk.findNotice(id).map(notice -> notice.profileId()));
    }

    private void visible(Call call, Optional<String> profile) {
        Asked.visible(call, profiles, profile.orElseThrow(() -> new HttpProblem(404, "There is nothing of this id")));
    }
}
