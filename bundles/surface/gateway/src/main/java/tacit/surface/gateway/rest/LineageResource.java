package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Lineage;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.api.experiment.Lineage.Question;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Answers what led to a thing and what came of it. */
@Component
public final class LineageResource implements HttpResource {

    private static final int DEFAULT_LIMIT = 20;

    private final Lineage lineage;

    @Activate
    public LineageResource(@Reference Lineage lineage) {
        this.lineage = lineage;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/lineage/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Question question =
                question(Paths.parameter(call, "id"), Query.known(call, "kind", "limit", "level", "offset"));
        return Json.reply(
                200,
                lineage.of(call.principal().scope(), question)
                        .map(LineageResource::view)
                        .orElseThrow(() -> new HttpProblem(404, "Nothing has this id in the token's scope")));
    }

    private static Question question(String id, Query query) {
        @Nullable Kind level = query.choice("level", Kind.class);
        long offset = query.whole("offset", 0, 0, Long.MAX_VALUE);
        if (offset > 0 && level == null) {
            throw new HttpProblem(400, "offset needs a level, such as failure");
        }
        int limit = (int) query.whole("limit", DEFAULT_LIMIT, 1, Question.MAX_LIMIT);
        return new Question(id, query.choice("kind", Kind.class), limit, level, offset);
    }

    private static Map<String, Object> view(Lineage.View view) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", node(view.start()));
        fields.put("levels", view.levels().stream().map(LineageResource::level).toList());
        return fields;
    }

    private static Map<String, Object> level(Level level) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", Views.word(level.kind()));
        fields.put("before", level.before());
        fields.put("nodes", level.nodes().stream().map(LineageResource::node).toList());
        fields.put("offset", level.offset());
        fields.put("links", level.links());
        fields.put("missing", level.missing());
        return fields;
    }

    private static Map<String, Object> node(Node node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", Views.word(node.kind()));
        fields.put("id", node.id());
        fields.put("title", node.title());
        Views.put(fields, "state", node.state());
        Views.put(fields, "at", Views.time(node.at()));
        return fields;
    }
}
