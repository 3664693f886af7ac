package tacit.examples.records.changes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.examples.records.OtlpAttributes;
import tacit.examples.records.SpanIds;
import tacit.examples.records.changes.ChangeRun.Step;

/**
 * Writes a run as one OTLP request in JSON, with the names of the OpenTelemetry conventions for generative AI.
 *
 * @param batch names the series of runs; the ids of traces and spans follow from it
 */
record ChangeExport(String batch) {

    private static final String AGENT = "records-agent";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    ObjectNode request(ChangeRun run, @Nullable String generation) {
        ObjectNode request = MAPPER.createObjectNode();
        ObjectNode resource = request.putArray("resourceSpans").addObject();
        OtlpAttributes.put(resource.putObject("resource").putArray("attributes"), "service.name", AGENT);
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "tacit.examples.records");
        ArrayNode spans = scope.putArray("spans");
        root(spans, run, generation);
        chat(spans, run);
        for (int index = 0; index < run.steps().size(); index++) {
            tool(spans, run, index);
        }
        return request;
    }

    private void root(ArrayNode spans, ChangeRun run, @Nullable String generation) {
        ObjectNode span = span(spans, run, "run", "invoke_agent " + AGENT, run.startedAt(), run.endedAt());
        ArrayNode attributes = span.putArray("attributes");
        OtlpAttributes.put(attributes, "gen_ai.operation.name", "invoke_agent");
        OtlpAttributes.put(attributes, "gen_ai.agent.name", AGENT);
        OtlpAttributes.put(attributes, "gen_ai.conversation.id", run.task().session(batch));
        OtlpAttributes.put(
                attributes, "gen_ai.input.messages", message("user", run.task().question()));
        OtlpAttributes.put(attributes, "gen_ai.output.messages", message("assistant", run.answer()));
        OtlpAttributes.put(attributes, "tacit.task.key", run.task().key());
        OtlpAttributes.put(attributes, "tacit.batch", batch);
        if (generation != null) {
            OtlpAttributes.put(attributes, "tacit.harness_generation", generation);
        }
        ObjectNode event = span.putArray("events").addObject();
        event.put("name", "gen_ai.evaluation.result").put("timeUnixNano", SpanIds.nanos(run.endedAt()));
        ArrayNode graded = event.putArray("attributes");
        OtlpAttributes.put(graded, "gen_ai.evaluation.name", "register");
        OtlpAttributes.put(graded, "gen_ai.evaluation.score.label", run.solved() ? "pass" : "fail");
        OtlpAttributes.put(graded, "gen_ai.evaluation.score.value", run.solved() ? 1.0 : 0.0);
    }

    private void chat(ArrayNode spans, ChangeRun run) {
        ObjectNode span = span(spans, run, "chat", "chat script-1", run.startedAt(), run.startedAt());
        span.put("parentSpanId", spanId(run, "run"));
        ArrayNode attributes = span.putArray("attributes");
        OtlpAttributes.put(attributes, "gen_ai.operation.name", "chat");
        OtlpAttributes.put(attributes, "gen_ai.provider.name", "scripted");
        OtlpAttributes.put(attributes, "gen_ai.request.model", "script-1");
        OtlpAttributes.put(
                attributes, "gen_ai.input.messages", message("user", run.task().question()));
    }

    private void tool(ArrayNode spans, ChangeRun run, int index) {
        Step step = run.steps().get(index);
        ObjectNode span = span(spans, run, "tool" + index, "execute_tool " + step.tool(), step.at(), step.endedAt());
        span.put("parentSpanId", spanId(run, "run"));
        ArrayNode attributes = span.putArray("attributes");
        OtlpAttributes.put(attributes, "gen_ai.operation.name", "execute_tool");
        OtlpAttributes.put(attributes, "gen_ai.tool.name", step.tool());
        OtlpAttributes.put(attributes, "gen_ai.tool.call.id", "call_" + index);
        OtlpAttributes.put(attributes, "gen_ai.tool.call.arguments", step.arguments());
        OtlpAttributes.put(attributes, "gen_ai.tool.call.result", step.result());
        if (step.errorType() != null) {
            OtlpAttributes.put(attributes, "error.type", step.errorType());
            span.putObject("status").put("code", 2).put("message", step.result());
        }
    }

    private static String message(String role, String text) {
        ArrayNode messages = MAPPER.createArrayNode();
        ObjectNode message = messages.addObject().put("role", role);
        message.putArray("parts").addObject().put("type", "text").put("content", text);
        return messages.toString();
    }

    private ObjectNode span(ArrayNode spans, ChangeRun run, String part, String name, Instant start, Instant end) {
        return spans.addObject()
                .put("traceId", SpanIds.hash(batch, run.task().id(), "").substring(0, 32))
                .put("spanId", spanId(run, part))
                .put("name", name)
                .put("kind", 1)
                .put("startTimeUnixNano", SpanIds.nanos(start))
                .put("endTimeUnixNano", SpanIds.nanos(end));
    }

    private String spanId(ChangeRun run, String part) {
        return SpanIds.hash(batch, run.task().id(), part).substring(0, 16);
    }
}
