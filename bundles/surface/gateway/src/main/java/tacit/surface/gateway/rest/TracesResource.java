package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceSearch;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists traces, and finds those that hold words. */
@Component
public final class TracesResource implements HttpResource {

    private final TraceStore traces;
    private final TraceSearch search;

    @Activate
    public TracesResource(@Reference TraceStore traces, @Reference TraceSearch search) {
        this.traces = traces;
        this.search = search;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/traces";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(
                call, "q", "agent", "taskKey", "userId", "sessionId", "batch", "outcome", "status", "from", "until");
        TraceFilter filter = new TraceFilter(
                query.text("agent"),
                query.text("taskKey"),
                query.text("batch"),
                query.choice("outcome", OutcomeLabel.class),
                query.choice("status", TraceStatus.class),
                query.time("from"),
                query.time("until"),
                query.text("userId"),
                query.text("sessionId"));
        String words = query.text("q");
        return words == null
                ? Json.reply(200, Views.page(traces.list(call.principal().scope(), filter, query.page()), Views::trace))
                : found(search.search(call.principal().scope(), filter, words, query.page()));
    }

    private static Reply found(TraceSearch.Found found) {
        Map<String, Object> view = new LinkedHashMap<>(Views.page(found.page(), Views::trace));
        view.put("looked", found.looked());
        view.put("bounded", found.bounded());
        return Json.reply(200, view);
    }
}
