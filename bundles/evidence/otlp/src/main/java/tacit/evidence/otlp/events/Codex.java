package tacit.evidence.otlp.events;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.evidence.otlp.map.EventAttributes;
import tacit.evidence.otlp.map.Messages;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.wire.BadItemException;
import tacit.evidence.otlp.wire.WireLog;

/** The log events of Codex, which name no turn: one trace per conversation. */
final class Codex implements EventFamily {

    private static final String AGENT = "codex";
    private static final String PREFIX = "codex.";
    private static final int FIRST_BAD_STATUS = 400;

    private static final Map<String, String> RENAMED = Map.of(
            "model", Attribute.REQUEST_MODEL,
            "provider_name", Attribute.PROVIDER_NAME,
            "input_token_count", Attribute.INPUT_TOKENS,
            "output_token_count", Attribute.OUTPUT_TOKENS,
            "cached_token_count", "gen_ai.usage.cache_read.input_tokens",
            "reasoning_token_count", "gen_ai.usage.reasoning.output_tokens",
            "tool_token_count", "gen_ai.usage.total_tokens",
            "tool_name", Attribute.TOOL_NAME,
            "call_id", Attribute.TOOL_CALL_ID);

    private static final Set<String> LEFT = Set.of(
            "conversation.id",
            "prompt",
            "event.name",
            "event.timestamp",
            "duration_ms",
            "error.message",
            "arguments",
            "output",
            "user.email",
            "user.account_id");

    @Override
    public boolean owns(WireLog log) {
        return log.eventName().startsWith(PREFIX);
    }

    @Override
    public void read(WireLog log, EventAssembly traces) {
        String conversation = log.text("conversation.id");
        if (conversation == null) {
            throw new BadItemException("conversation.id must be given");
        }
        String traceId = EventIds.trace(AGENT, conversation);
        SpanBuilder span = span(log, traceId);
        if (span != null) {
            EventTrace trace = traces.trace(traceId, log);
            trace.run().offer(Fact.SESSION, conversation);
            trace.run().offer(Fact.AGENT, AGENT);
            trace.run().offer(Fact.USER, log.text("user.account_id"));
            trace.run().attribute("app.version", log.text("app.version"));
            trace.add(span);
        }
    }

    private static @Nullable SpanBuilder span(WireLog log, String traceId) {
        String name = log.eventName().substring(PREFIX.length());
        String root = EventIds.span(traceId, "conversation");
        return switch (name) {
            case "conversation_starts" ->
                copied(log, Span.builder(root, Operation.INVOKE_AGENT, name).startedAt(log.at()))
                        .attribute(Attribute.AGENT_NAME, AGENT);
            case "user_prompt" -> prompt(log, EventSpan.start(log, traceId, root, Operation.STEP, name));
            case "sse_event", "websocket_event" -> stream(log, traceId, root, name);
            case "api_request", "websocket_request" ->
                checked(log, EventSpan.start(log, traceId, root, failed(log) ? Operation.CHAT : Operation.STEP, name));
            case "tool_result" -> tool(log, EventSpan.start(log, traceId, root, Operation.EXECUTE_TOOL, name));
            default -> copied(log, EventSpan.start(log, traceId, root, Operation.STEP, name));
        };
    }

    private static SpanBuilder prompt(WireLog log, SpanBuilder span) {
        String text = log.text("prompt");
        boolean shown = text != null && !text.equals("[REDACTED]");
        return copied(log, span).input(shown ? new Messages().text("user", text).json() : null);
    }

    /** A response that is complete carries the tokens of the call; the other steps of a stream say nothing. */
    private static @Nullable SpanBuilder stream(WireLog log, String traceId, String root, String name) {
        boolean complete = "response.completed".equals(log.text("event.kind"));
        return complete || failed(log) ? checked(log, EventSpan.start(log, traceId, root, Operation.CHAT, name)) : null;
    }

    private static boolean failed(WireLog log) {
        Long status = EventAttributes.whole(log.attributes().get("http.response.status_code"));
        return log.text("error.message") != null || (status != null && status >= FIRST_BAD_STATUS);
    }

    private static SpanBuilder checked(WireLog log, SpanBuilder span) {
        if (failed(log)) {
            EventSpan.fail(span, log.text("http.response.status_code"), log.text("error.message"));
        }
        return copied(log, span);
    }

    private static SpanBuilder tool(WireLog log, SpanBuilder span) {
        if (EventSpan.isFalse(log.text("success"))) {
            String message = log.text("error.message");
            EventSpan.fail(span, null, message == null ? log.text("output") : message);
        }
        return copied(log, span).input(log.text("arguments")).output(log.text("output"));
    }

    private static SpanBuilder copied(WireLog log, SpanBuilder span) {
        EventSpan.copy(log, span, RENAMED, LEFT);
        return span;
    }
}
