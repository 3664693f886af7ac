package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Skill;
import tacit.api.adapt.Skills;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows a skill with all its versions. */
@Component
public final class SkillResource implements HttpResource {

    private final Skills skills;

    @Activate
    public SkillResource(@Reference Skills skills) {
        this.skills = skills;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/skills/{name}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId");
        Scope scope = SkillViews.scope(call.principal().scope(), query.text("userId"));
        String name = Paths.parameter(call, "name");
        for (Scope owner : SkillViews.owners(scope)) {
            Optional<Skill> found = skills.find(owner, name);
            if (found.isPresent()) {
                Map<String, Object> fields = SkillViews.skill(found.get());
                fields.put(
                        "versions",
                        skills.history(owner, name).stream()
                                .map(SkillViews::version)
                                .toList());
                return Json.reply(200, fields);
            }
        }
        throw new HttpProblem(404, "No such skill in the token's scope");
    }
}
