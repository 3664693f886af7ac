package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.TaskLearning;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows what was learnt from a run, each report after the one before. */
@Component
public final class LearningResource implements HttpResource {

    private final LearningFeed feed;
    private final TraceStore traces;

    @Activate
    public LearningResource(@Reference LearningFeed feed, @Reference TraceStore traces) {
        this.feed = feed;
        this.traces = traces;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/learning/{taskId}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String task = Paths.parameter(call, "taskId");
        List<TaskLearning> reports = feed.of(call.principal().scope(), task);
        if (reports.isEmpty() && traces.find(call.principal().scope(), task).isEmpty()) {
            throw new HttpProblem(404, "No such run in the token's scope");
        }
        return Json.reply(
                200, Map.of("rows", reports.stream().map(FeedbackViews::report).toList()));
    }
}
