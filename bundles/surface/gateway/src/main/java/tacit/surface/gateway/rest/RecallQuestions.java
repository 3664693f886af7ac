package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tacit.api.http.Call;
import tacit.api.memory.Audience;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallRequest;
import tacit.api.recall.ToolCall;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Reads what agents ask of the memory; the token says whose it may be. */
final class RecallQuestions {

    private static final int MAX_QUERY = 10_000;
    private static final int MAX_ID = 400;
    private static final Set<String> AUDIENCE = Set.of("userId", "audience", "channel", "role", "subAgent");
    private static final Set<String> RECALL = Set.of("query", "types", "from", "until", "limit");
    private static final Set<String> TOOL = Set.of("arguments", "taskId");

    private RecallQuestions() {}

    static RecallRequest recall(Call call) {
        try {
            Fields fields = Fields.of(Json.body(call), with(RECALL));
            Audience audience = audience(call, fields);
            String query = fields.optionalText("query", MAX_QUERY);
            return new RecallRequest(
                    scope(call, audience),
                    audience,
                    query == null ? "" : query,
                    fields.node().has("types") ? fields.texts("types", RecallRequest.TYPES.size(), MAX_ID) : List.of(),
                    fields.optionalTime("from"),
                    fields.optionalTime("until"),
                    fields.whole("limit", Recall.USUAL_HITS, 1, RecallRequest.MOST));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    static ToolCall tool(Call call) {
        try {
            Fields fields = Fields.of(Json.body(call), with(TOOL));
            Audience audience = audience(call, fields);
            JsonNode arguments = fields.node().path("arguments");
            if (!arguments.isMissingNode() && !arguments.isObject()) {
                throw new IllegalArgumentException("arguments must be a JSON object");
            }
            SortedMap<String, Object> values = new TreeMap<>();
            arguments.properties().stream()
                    .filter(argument -> !argument.getValue().isNull())
                    .forEach(argument -> values.put(argument.getKey(), value(argument)));
            return new ToolCall(scope(call, audience), audience, fields.optionalText("taskId", MAX_ID), values);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    /** These fields and those of the audience. */
    static Set<String> with(Set<String> more) {
        Set<String> all = new TreeSet<>(AUDIENCE);
        all.addAll(more);
        return all;
    }

    static Scope scope(Call call, Audience audience) {
        Scope own = call.principal().scope();
        return own.userId() == null ? new Scope(own.workspaceId(), audience.userId()) : own;
    }

    static Audience audience(Call call, Fields fields) {
        Audience.Kind kind = fields.optionalChoice("audience", Audience.Kind.class);
        JsonNode subAgent = fields.node().path("subAgent");
        if (!subAgent.isMissingNode() && !subAgent.isBoolean()) {
            throw new IllegalArgumentException("subAgent must be true or false");
        }
        return new Audience(
                kind == null ? Audience.Kind.PRIVATE : kind,
                ContextQuestion.user(call.principal().scope(), fields.optionalText("userId", MAX_ID)),
                fields.optionalText("channel", MAX_ID),
                fields.optionalText("role", MAX_ID),
                subAgent.booleanValue());
    }

    private static Object value(Map.Entry<String, JsonNode> argument) {
        JsonNode value = argument.getValue();
        if (value.isTextual()) {
            return value.textValue();
        } else if (value.isBoolean()) {
            return value.booleanValue();
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        } else if (value.isNumber()) {
            return value.doubleValue();
        } else if (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)) {
            return value.valueStream().map(JsonNode::textValue).toList();
        } else if (value.isObject() && value.valueStream().allMatch(JsonNode::isTextual)) {
            SortedMap<String, String> texts = new TreeMap<>();
            value.properties()
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
            return texts;
        }
        throw new IllegalArgumentException(
                argument.getKey() + " must be a text, a number, a truth, a list of texts or an object of texts");
    }
}
