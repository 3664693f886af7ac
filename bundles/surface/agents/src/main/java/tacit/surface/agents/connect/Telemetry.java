package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables by which Claude Code sends its log events. Metrics are left alone: Tacit would drop them.
 *
 * @param otlpPort where the host takes them
 * @param token what exporters must show; null where the host asks for none
 */
record Telemetry(int otlpPort, @Nullable String token) {

    /** Has the log events of a session become part of the one trace that its hooks write. */
    static final String ONE_TRACE = "tacit.session_trace=true";

    private static final String RESOURCE = "OTEL_RESOURCE_ATTRIBUTES";
    private static final List<String> WHERE_TO = List.of(
            "OTEL_LOGS_EXPORTER",
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_HEADERS",
            "OTEL_EXPORTER_OTLP_LOGS_PROTOCOL",
            "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
            "OTEL_EXPORTER_OTLP_LOGS_HEADERS");

    /** What to set beside the variables that are there. */
    Map<String, String> variables(JsonNode env) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("CLAUDE_CODE_ENABLE_TELEMETRY", "1");
        variables.put("OTEL_LOGS_EXPORTER", "otlp");
        variables.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + otlpPort);
        if (token != null) {
            variables.put("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer " + token);
        }
        variables.put("OTEL_LOG_USER_PROMPTS", "1");
        variables.put("OTEL_LOG_TOOL_DETAILS", "1");
        String attributes = env.path(RESOURCE).asText("");
        variables.put(
                RESOURCE,
                attributes.isBlank() || attributes.contains(ONE_TRACE)
                        ? attributes.isBlank() ? ONE_TRACE : attributes
                        : attributes + "," + ONE_TRACE);
        return variables;
    }

    /** The variables that send telemetry elsewhere, which is the user's business. */
    List<String> elsewhere(JsonNode env) {
        Map<String, String> wanted = variables(env);
        return WHERE_TO.stream()
                .filter(env::has)
                .filter(name -> !env.path(name).asText().equals(wanted.get(name)))
                .toList();
    }
}
