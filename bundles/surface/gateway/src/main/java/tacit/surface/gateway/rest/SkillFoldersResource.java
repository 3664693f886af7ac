package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.SkillActor;
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

/** Lets an operator write skills into folders, and read those of others. */
@Component
public final class SkillFoldersResource implements HttpResource {

    private final SkillDesk desk;

    @Activate
    public SkillFoldersResource(@Reference SkillDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/skill-folders/{way}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        SkillActor by = SkillActor.operator(call.principal().name());
        String way = Paths.parameter(call, "way");
        try {
            Fields fields = Fields.of(SkillViews.body(call), Set.of("folder", "names", "name", "text"));
            return switch (way) {
                case "export" ->
                    Json.reply(
                            200,
                            SkillViews.files(desk.export(
                                    scope,
                                    fields.text("folder", 1_000),
                                    fields.node().has("names") ? fields.texts("names", 1_000, 64) : List.of(),
                                    by)));
                case "import" ->
                    fields.node().has("text")
                            ? Json.reply(
                                    200,
                                    SkillViews.receipt(desk.importText(
                                            scope, fields.text("name", 64), fields.text("text", 200_000), by)))
                            : Json.reply(
                                    200,
                                    SkillViews.imported(desk.importFolder(scope, fields.text("folder", 1_000), by)));
                case "sync" -> Json.reply(200, SkillViews.files(desk.sync(scope, by)));
                default -> throw new HttpProblem(404, "Skills can be brought by export, import and sync");
            };
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
