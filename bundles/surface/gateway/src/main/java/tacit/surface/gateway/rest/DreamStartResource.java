package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
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
import tacit.api.reflect.DreamingDesk;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Dreams now, and answers what came of it. */
@Component
public final class DreamStartResource implements HttpResource {

    private final DreamingDesk desk;

    @Activate
    public DreamStartResource(@Reference DreamingDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/dreams/runs";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            Fields fields = Fields.of(SkillViews.body(call), Set.of("profileId", "taskId", "instructions"));
            String profile = fields.optionalText("profileId", 400);
            return desk.dream(
                            profile == null ? "" : profile,
                            call.principal().scope().workspaceId(),
                            DreamingDesk.Trigger.MANUAL,
                            fields.optionalText("taskId", 400),
                            fields.optionalText("instructions", 2_000))
                    .map(DreamStartResource::reply)
                    .orElseThrow(() -> new HttpProblem(409, "Dreaming is off, or the workspace dreams already"));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static Reply reply(DreamingDesk.DreamingResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("runId", result.runId());
        fields.put("status", result.status());
        fields.put("candidates", result.candidates());
        return Json.reply(200, fields);
    }
}
