package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Skills;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists skills that were approved, with how their runs came out. */
@Component
public final class SkillsResource implements HttpResource {

    private final Skills skills;

    @Activate
    public SkillsResource(@Reference Skills skills) {
        this.skills = skills;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/skills";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId", "retired", "limit");
        Scope scope = SkillViews.scope(call.principal().scope(), query.text("userId"));
        boolean retired = query.truth("retired", false);
        int limit = (int) query.whole("limit", 50, 1, 1000);
        List<Map<String, Object>> rows = SkillViews.owners(scope).stream()
                .flatMap(owner -> skills.list(owner, retired, limit).stream())
                .limit(limit)
                .map(SkillViews::skill)
                .toList();
        return Json.reply(200, Map.of("skills", rows));
    }
}
