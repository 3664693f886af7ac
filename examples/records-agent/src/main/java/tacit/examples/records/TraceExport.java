package tacit.examples.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Writes a run as one OTLP request in JSON, with the names of the OpenTelemetry conventions for generative AI.
 *
 * @param session names the series of runs; the ids of traces and spans follow from it
 * @param assignment for whom they are done
 */
record TraceExport(String session, Assignment assignment) {

    static final String AGENT = "records-agent";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    ObjectNode request(Run run) {
        ObjectNode request = MAPPER.createObjectNode();
        ObjectNode resource = request.putArray("resourceSpans").addObject();
        OtlpAttributes.put(resource.putObject("resource").putArray("attributes"), "service.name", AGENT);
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "tacit.examples.records");
        ArrayNode spans = scope.putArray("spans");
        root(spans, run);
        for (int index = 0; index < run.steps().size(); index++) {
            chat(spans, run, index);
            tool(spans, run, index);
        }
        return request;
    }

    private void root(ArrayNode spans, Run run) {
        ObjectNode span = span(spans, run, "run", "invoke_agent " + AGENT, run.startedAt(), run.endedAt());
        ArrayNode attributes = span.putArray("attributes");
        OtlpAttributes.put(attributes, "gen_ai.operation.name", "invoke_agent");
        OtlpAttributes.put(attributes, "gen_ai.agent.name", AGENT);
        OtlpAttributes.put(attributes, "gen_ai.conversation.id", session);
        OtlpAttributes.put(
                attributes, "gen_ai.input.messages", Messages.user(run.task().question()));
        OtlpAttributes.put(attributes, "gen_ai.output.messages", Messages.assistant(run.answer()));
        OtlpAttributes.put(
                attributes, "tacit.task.key", "records-agent/" + run.task().id());
        OtlpAttributes.put(attributes, "tacit.trial", run.trial());
        OtlpAttributes.put(attributes, "tacit.batch", session);
        if (run.context().id() != null) {
            OtlpAttributes.put(attributes, "tacit.context.id", run.context().id());
        }
        if (run.context().generation() != null) {
            OtlpAttributes.put(
                    attributes, "tacit.harness_generation", run.context().generation());
        }
        told(attributes, run);
        evaluation(span, run);
    }

    /** Who asked and read along, and which memories the run was shown and went by. */
    private void told(ArrayNode attributes, Run run) {
        if (assignment.user() != null) {
            OtlpAttributes.put(attributes, "tacit.user", assignment.user());
        }
        if (!assignment.audience().equals(Assignment.ANYBODY.audience())) {
            OtlpAttributes.put(attributes, "tacit.audience", assignment.audience());
        }
        OtlpAttributes.put(attributes, "tacit.memory.shown", run.shown());
        OtlpAttributes.put(attributes, "tacit.memory.used", run.used(""));
        OtlpAttributes.put(attributes, "tacit.playbook.used", run.used("playbook"));
    }

    private static void evaluation(ObjectNode span, Run run) {
        ObjectNode event = span.putArray("events").addObject();
        event.put("name", "gen_ai.evaluation.result").put("timeUnixNano", SpanIds.nanos(run.endedAt()));
        ArrayNode attributes = event.putArray("attributes");
        OtlpAttributes.put(attributes, "gen_ai.evaluation.name", "answer");
        OtlpAttributes.put(attributes, "gen_ai.evaluation.score.label", run.solved() ? "pass" : "fail");
        OtlpAttributes.put(attributes, "gen_ai.evaluation.score.value", run.solved() ? 1.0 : 0.0);
    }

    private void chat(ArrayNode spans, Run run, int index) {
        Step step = run.steps().get(index);
        String input = Messages.conversation(run, index);
        String output = Messages.toolCall(callId(run, index), run.task().tool(), step.arguments());
        ObjectNode span = span(spans, run, "chat" + index, "chat script-1", step.thoughtAt(), step.calledAt());
        span.put("parentSpanId", spanId(run, "run"));
        ArrayNode attributes = span.putArray("attributes");
        OtlpAttributes.put(attributes, "gen_ai.operation.name", "chat");
        OtlpAttributes.put(attributes, "gen_ai.provider.name", "scripted");
        OtlpAttributes.put(attributes, "gen_ai.request.model", "script-1");
        OtlpAttributes.put(attributes, "gen_ai.usage.input_tokens", tokens(input));
        OtlpAttributes.put(attributes, "gen_ai.usage.output_tokens", tokens(output));
        OtlpAttributes.put(attributes, "gen_ai.input.messages", input);
        OtlpAttributes.put(attributes, "gen_ai.output.messages", output);
    }

    private void tool(ArrayNode spans, Run run, int index) {
        Step step = run.steps().get(index);
        String name = run.task().tool();
        ObjectNode span = span(spans, run, "tool" + index, "execute_tool " + name, step.calledAt(), step.answeredAt());
        span.put("parentSpanId", spanId(run, "run"));
        ArrayNode attributes = span.putArray("attributes");
        OtlpAttributes.put(attributes, "gen_ai.operation.name", "execute_tool");
        OtlpAttributes.put(attributes, "gen_ai.tool.name", name);
        OtlpAttributes.put(attributes, "gen_ai.tool.call.id", callId(run, index));
        OtlpAttributes.put(attributes, "gen_ai.tool.call.arguments", step.arguments());
        OtlpAttributes.put(attributes, "gen_ai.tool.call.result", step.result().text());
        if (step.result().errorType() != null) {
            OtlpAttributes.put(attributes, "error.type", step.result().errorType());
            span.putObject("status").put("code", 2).put("message", step.result().text());
        }
    }

    private ObjectNode span(ArrayNode spans, Run run, String part, String name, Instant start, Instant end) {
        return spans.addObject()
                .put(
                        "traceId",
                        SpanIds.hash(session, run.task().id(), run.trial(), "").substring(0, 32))
                .put("spanId", spanId(run, part))
                .put("name", name)
                .put("kind", 1)
                .put("startTimeUnixNano", SpanIds.nanos(start))
                .put("endTimeUnixNano", SpanIds.nanos(end));
    }

    private String spanId(Run run, String part) {
        return SpanIds.hash(session, run.task().id(), run.trial(), part).substring(0, 16);
    }

    private String callId(Run run, int index) {
        return "call_" + spanId(run, "tool" + index);
    }

    /** Characters divided by four, as is common where there is no tokenizer. */
    private static long tokens(String text) {
        return (text.length() + 3L) / 4;
    }
}
