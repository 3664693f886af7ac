package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists what the core learnt in the workspace of the token, the newest first. */
@Component
public final class LearningsResource implements HttpResource {

    private final LearningsLog log;

    @Activate
    public LearningsResource(@Reference LearningsLog log) {
        this.log = log;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/learnings";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "profileId", "kind");
        return Json.reply(
                200,
                CoreViews.page(
                        log.list(
                                call.principal().scope().workspaceId(),
                                query.text("profileId"),
                                query.choice("kind", Learning.Kind.class),
                                query.page()),
                        CoreViews::learning));
    }
}
