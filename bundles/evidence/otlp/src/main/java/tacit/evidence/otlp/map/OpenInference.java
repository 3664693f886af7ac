package tacit.evidence.otlp.map;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.wire.Json;

/** OpenInference: the kind of the span, its input and output, the model call, the tool. */
final class OpenInference implements Convention {

    private static final String KIND = "openinference.span.kind";

    private static final Map<String, String> OPERATIONS = Map.of(
            "LLM", Operation.CHAT,
            "TOOL", Operation.EXECUTE_TOOL,
            "AGENT", Operation.INVOKE_AGENT,
            "CHAIN", Operation.STEP,
            "RETRIEVER", Operation.RETRIEVAL,
            "EMBEDDING", Operation.EMBEDDINGS,
            "RERANKER", "rerank",
            "GUARDRAIL", "guardrail",
            "EVALUATOR", "evaluate",
            "PROMPT", Operation.STEP);

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        String kind = attributes.peek(KIND);
        if (kind != null) {
            span.offerOperation(OPERATIONS.getOrDefault(kind.toUpperCase(Locale.ROOT), Operation.STEP));
        }
        run(span);
        model(attributes);
        span.offerInput(OpenInferenceMessages.take(attributes, "llm.input_messages.", "user"));
        span.offerOutput(OpenInferenceMessages.take(attributes, "llm.output_messages.", "assistant"));
        OpenInferenceDocuments.read(span);
        plain(span);
        tool(span);
        OpenInferenceAnnotations.read(span);
    }

    private static void run(SpanDraft span) {
        span.run().offer(Fact.SESSION, span.attributes().peek("session.id"));
        span.run().offer(Fact.USER, span.attributes().peek("user.id"));
        span.attributes().rename("agent.name", Attribute.AGENT_NAME);
        span.offerErrorType(span.attributes().takeText("exception.type"));
        span.offerStatusMessage(span.attributes().takeText("exception.message"));
    }

    private static void model(Draft attributes) {
        attributes.rename("llm.request.model_name", Attribute.REQUEST_MODEL);
        attributes.rename("llm.model_name", Attribute.REQUEST_MODEL);
        attributes.rename("embedding.model_name", Attribute.REQUEST_MODEL);
        attributes.rename("reranker.model_name", Attribute.REQUEST_MODEL);
        attributes.rename("llm.response.model_name", Attribute.RESPONSE_MODEL);
        attributes.rename("llm.provider", Attribute.PROVIDER_NAME);
        attributes.rename("llm.system", Attribute.PROVIDER_NAME);
        attributes.rename("llm.finish_reason", Attribute.FINISH_REASONS);
        attributes.renameNumber("llm.token_count.prompt", Attribute.INPUT_TOKENS);
        attributes.renameNumber("llm.token_count.completion", Attribute.OUTPUT_TOKENS);
        attributes.renameNumber("llm.token_count.prompt_details.cache_read", "gen_ai.usage.cache_read.input_tokens");
        attributes.renameNumber(
                "llm.token_count.prompt_details.cache_write", "gen_ai.usage.cache_creation.input_tokens");
        attributes.renameNumber("llm.token_count.completion_details.reasoning", "gen_ai.usage.reasoning.output_tokens");
        attributes.renameNumber("llm.token_count.total", "gen_ai.usage.total_tokens");
        Object definitions = definitions(attributes);
        attributes.put("gen_ai.tool.definitions", definitions);
    }

    private static @Nullable Object definitions(Draft attributes) {
        Map<Integer, Draft> tools = Indexed.take(attributes, "llm.tools.");
        String list = tools.values().stream()
                .map(tool -> tool.takeText("tool.json_schema"))
                .filter(schema -> schema != null && Json.tryRead(schema) != null)
                .reduce("", (all, schema) -> all.isEmpty() ? schema : all + "," + schema);
        return list.isEmpty() ? null : "[" + list + "]";
    }

    /** Plain input and output count where there are no messages, which say the same in more detail. */
    private static void plain(SpanDraft span) {
        Draft attributes = span.attributes();
        span.offerInput(attributes.takeText("input.value"));
        span.offerOutput(attributes.takeText("output.value"));
        attributes.take("input.mime_type");
        attributes.take("output.mime_type");
    }

    private static void tool(SpanDraft span) {
        Draft attributes = span.attributes();
        attributes.rename("tool.name", Attribute.TOOL_NAME);
        attributes.rename("tool.description", "gen_ai.tool.description");
        attributes.rename("tool.id", Attribute.TOOL_CALL_ID);
        attributes.rename("tool_call.id", Attribute.TOOL_CALL_ID);
        attributes.rename("tool_call.function.name", Attribute.TOOL_NAME);
        if (attributes.has("tool_call.function.arguments")) {
            span.offerInput(attributes.takeText("tool_call.function.arguments"));
        }
    }
}
