package tacit.surface.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.SkillFolders;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Answers a skill as the file that agents read. */
@Component
public final class SkillDocumentResource implements HttpResource {

    private final SkillFolders folders;

    @Activate
    public SkillDocumentResource(@Reference SkillFolders folders) {
        this.folders = folders;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/skills/{name}/document";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId");
        Scope scope = SkillViews.scope(call.principal().scope(), query.text("userId"));
        String name = Paths.parameter(call, "name");
        return SkillViews.owners(scope).stream()
                .flatMap(owner -> folders.document(owner, name).stream())
                .findFirst()
                .map(file -> Reply.bytes(
                        200, "text/markdown; charset=utf-8", file.text().getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new HttpProblem(404, "No such skill in the token's scope"));
    }
}
