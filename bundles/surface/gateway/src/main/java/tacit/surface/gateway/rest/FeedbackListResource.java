package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists feedback with what came of it, the last first. */
@Component
public final class FeedbackListResource implements HttpResource {

    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    private final FeedbackDesk desk;

    @Activate
    public FeedbackListResource(@Reference FeedbackDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/feedback";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "taskId", "limit");
        int limit = (int) query.whole("limit", USUAL, 1, MOST);
        return Json.reply(
                200,
                Map.of(
                        "rows",
                        desk.list(call.principal().scope(), query.text("taskId"), limit).stream()
                                .map(FeedbackViews::feedback)
                                .toList()));
    }
}
