package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallTool;
import tacit.api.recall.RecallTools;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.tool.ToolCard.Effect;

/** A tool of the memory as MCP tells of it. What may be called and answered is decided behind {@link RecallTools}. Immutable. */
final class RecalledTool implements McpTool {

    private static final String TASK = "taskId";

    private final RecallTool tool;
    private final RecallTools tools;
    private final OwnRun runs;
    private final boolean ownTask;

    RecalledTool(RecallTool tool, RecallTools tools, OwnRun runs) {
        this.tool = tool;
        this.tools = tools;
        this.runs = runs;
        this.ownTask = tool.parameters().stream()
                .noneMatch(parameter -> parameter.name().equals(TASK));
    }

    @Override
    public ToolCard card() {
        return new ToolCard(
                tool.name(),
                title(tool.name()),
                tool.summary(),
                input(),
                Schema.rows(),
                tool.changes() ? Effect.CHANGES : Effect.READS);
    }

    private static String title(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private ObjectNode input() {
        Schema schema = Schema.closed();
        tool.parameters().forEach(parameter -> schema.add(parameter.name(), value(parameter)));
        if (tool.changes() && ownTask) {
            schema.text(TASK, "the id of the recorded run that calls; without it this call itself is recorded");
        }
        return schema.requires(tool.parameters().stream()
                .filter(ToolParameter::required)
                .map(ToolParameter::name)
                .toArray(String[]::new));
    }

    private static ObjectNode value(ToolParameter parameter) {
        ObjectNode value = Json.object();
        switch (parameter.kind()) {
            case TEXT -> value.put("type", "string");
            case WHOLE_NUMBER -> value.put("type", "integer");
            case NUMBER -> value.put("type", "number");
            case TRUTH -> value.put("type", "boolean");
            case TEXTS -> value.put("type", "array").putObject("items").put("type", "string");
            case TEXTS_BY_NAME ->
                value.put("type", "object").putObject("additionalProperties").put("type", "string");
        }
        return value.put("description", parameter.summary());
    }

    @Override
    public ToolReply call(Caller caller, Arguments arguments) {
        return view(tools.call(tool.name(), asked(caller, arguments.node())));
    }

    private ToolCall asked(Caller caller, ObjectNode arguments) {
        SortedMap<String, Object> values = new TreeMap<>();
        arguments.properties().stream()
                .filter(argument -> !argument.getValue().isNull())
                .filter(argument -> !(ownTask && argument.getKey().equals(TASK)))
                .forEach(argument -> values.put(argument.getKey(), value(argument)));
        return new ToolCall(caller.scope(), caller.audience(), task(caller, arguments), values);
    }

    private @Nullable String task(Caller caller, ObjectNode arguments) {
        @Nullable String task = ownTask ? new Arguments(arguments).optionalText(TASK, Arguments.ID) : null;
        if (task == null) {
            task = caller.taskId();
        }
        return task == null && tool.changes() ? runs.of(caller, tool.name(), arguments) : task;
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
                    .forEach(one -> texts.put(one.getKey(), one.getValue().textValue()));
            return texts;
        }
        throw new IllegalArgumentException(
                argument.getKey() + " must be a text, a number, a truth, a list of texts or an object of texts");
    }

    /** A tool of which no part answered has failed. */
    static ToolReply view(ToolAnswer answer) {
        if (answer.rows().isEmpty() && !answer.failures().isEmpty()) {
            Failure first = answer.failures().get(0);
            return ToolReply.failed(first.part() + ": " + first.reason());
        }
        return ToolReply.of(rows(answer.rows(), answer.failures()));
    }

    static ObjectNode rows(List<Map<String, Object>> rows, List<Failure> failures) {
        ObjectNode value = Json.object();
        value.set("results", Json.of(rows));
        value.set(
                "failures",
                Json.array(failures.stream()
                        .map(failure ->
                                Json.object().put("part", failure.part()).put("reason", failure.reason()))
                        .toList()));
        return value;
    }
}
