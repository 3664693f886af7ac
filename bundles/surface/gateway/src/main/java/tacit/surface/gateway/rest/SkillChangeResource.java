package tacit.surface.gateway.rest;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillDesk;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator retire a skill, go back to an earlier version of it, or offer one to agents. */
@Component
public final class SkillChangeResource implements HttpResource {

    private final SkillDesk desk;

    @Activate
    public SkillChangeResource(@Reference SkillDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/skills/{name}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Scope scope = call.principal().scope();
        String name = Paths.parameter(call, "name");
        String act = Paths.parameter(call, "act");
        SkillActor by = SkillActor.operator(call.principal().name());
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("reason", "version", "userId"));
            Scope owner = SkillViews.scope(scope, fields.optionalText("userId", 400));
            SkillChange change =
                    switch (act) {
                        case "retire" -> desk.retire(owner, name, by, fields.text("reason", 2_000));
                        case "rollback" -> desk.rollBack(owner, name, fields.whole("version", 0, 1, 1_000_000), by);
                        case "offer" ->
                            desk.offer(
                                    owner,
                                    name,
                                    fields.whole("version", 0, 1, 1_000_000),
                                    by,
                                    fields.text("reason", 2_000));
                        default -> throw new HttpProblem(404, "A skill can be changed by offer, retire and rollback");
                    };
            if (!change.done()) {
                throw new HttpProblem(change.skill() == null ? 404 : 409, change.reason());
            }
            return Json.reply(200, SkillViews.change(change));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
