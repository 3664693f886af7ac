package tacit.pulse.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.TaskResult;

/** What a tool answered as what came of a task. */
final class ToolResult {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ToolResult() {}

    /** Its text is the output; what it used may stand in its {@code _meta} as tokens, micros and traceId. */
    static TaskResult of(String tool, CallToolResult answer) {
        String output = output(answer);
        boolean failed = Boolean.TRUE.equals(answer.isError());
        JsonNode meta = MAPPER.valueToTree(answer.meta() == null ? Map.of() : answer.meta());
        return new TaskResult(
                !failed,
                output,
                failed ? "The tool says that it failed: " + firstLine(output) : null,
                false,
                Math.max(0, meta.path("tokens").asLong(0)),
                Math.max(0, meta.path("micros").asLong(0)),
                meta.path("traceId").isTextual() ? meta.path("traceId").textValue() : null,
                Map.of("tool", tool));
    }

    private static String output(CallToolResult answer) {
        List<Content> content = answer.content() == null ? List.of() : answer.content();
        String text = content.stream().map(ToolResult::text).collect(Collectors.joining("\n"));
        return text.isEmpty() ? structured(answer.structuredContent()) : text;
    }

    private static String text(Content content) {
        return content instanceof TextContent text ? text.text() : "[" + content.type() + "]";
    }

    private static String structured(@Nullable Object content) {
        return content == null ? "" : MAPPER.valueToTree(content).toString();
    }

    private static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("it does not say why");
        return line.length() > 500 ? line.substring(0, 500) : line;
    }
}
