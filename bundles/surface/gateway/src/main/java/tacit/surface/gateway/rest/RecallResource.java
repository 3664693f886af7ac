package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.recall.Recall;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Answers what was said, done and remembered. */
@Component
public final class RecallResource implements HttpResource {

    private final Recall recall;

    @Activate
    public RecallResource(@Reference Recall recall) {
        this.recall = recall;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/recall";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(200, RecallViews.of(recall.recall(RecallQuestions.recall(call))));
    }
}
