package tacit.evidence.otlp.events;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.evidence.otlp.map.Messages;
import tacit.evidence.otlp.map.RunFacts;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.wire.BadItemException;
import tacit.evidence.otlp.wire.WireLog;

/**
 * The log events of Claude Code: one trace per prompt, one conversation per session. Where its hooks tell of the session too,
 * the events become part of the trace of the session, which the transcript is read into as well.
 */
final class ClaudeCode implements EventFamily {

    private static final String AGENT = "claude-code";
    private static final String PREFIX = "claude_code.";

    /** Set on the resource by whoever has the hooks called as well. */
    private static final String SESSION_TRACE = "tacit.session_trace";

    /** The span of a session, as its transcript is read. */
    private static final String SESSION = "session";

    private static final Map<String, String> RENAMED = Map.of(
            "model", Attribute.REQUEST_MODEL,
            "input_tokens", Attribute.INPUT_TOKENS,
            "output_tokens", Attribute.OUTPUT_TOKENS,
            "cache_read_tokens", "gen_ai.usage.cache_read.input_tokens",
            "cache_creation_tokens", "gen_ai.usage.cache_creation.input_tokens",
            "request_id", Attribute.RESPONSE_ID,
            "tool_name", Attribute.TOOL_NAME,
            "tool_use_id", Attribute.TOOL_CALL_ID,
            "status_code", "http.response.status_code");

    /** What stands elsewhere in the trace, or tells of the person and not of the work. */
    private static final Set<String> LEFT = Set.of(
            "session.id",
            "prompt.id",
            "prompt",
            "event.name",
            "event.timestamp",
            "duration_ms",
            "error",
            "error_type",
            "tool_parameters",
            "tool_input",
            "user.id",
            "user.email",
            "user.account_uuid",
            "user.account_id",
            "organization.id");

    @Override
    public boolean owns(WireLog log) {
        return log.eventName().startsWith(PREFIX)
                || log.emitter().scope().startsWith("com.anthropic.claude_code")
                || AGENT.equals(log.emitter().text("service.name"));
    }

    @Override
    public void read(WireLog log, EventAssembly traces) {
        String session = log.text("session.id");
        if (session == null) {
            throw new BadItemException("session.id must be given");
        }
        if ("true".equals(log.emitter().text(SESSION_TRACE))) {
            ofSession(log, session, traces);
            return;
        }
        String prompt = log.text("prompt.id");
        String traceId = EventIds.trace(AGENT, session, prompt == null ? "" : prompt);
        EventTrace trace = traces.trace(traceId, log);
        run(log, session, trace.run());
        trace.add(span(log, traceId));
    }

    /** Prompts are told by hooks, model calls by the transcript; calls of tools have one id everywhere, the rest is added. */
    private static void ofSession(WireLog log, String session, EventAssembly traces) {
        String name = name(log);
        String call = log.text("tool_use_id");
        boolean tool = name.equals("tool_result");
        if (name.equals("user_prompt") || name.equals("api_request") || (tool && call == null)) {
            return;
        }
        String traceId = AGENT + ":" + session;
        EventTrace trace = traces.trace(traceId, log);
        trace.run().offer(Fact.SESSION, session);
        trace.run().offer(Fact.AGENT, AGENT);
        trace.run().attribute("app.version", log.text("app.version"));
        trace.add(
                tool && call != null
                        ? tool(log, EventSpan.start(log, call, SESSION, Operation.EXECUTE_TOOL))
                        : span(log, traceId).parentId(SESSION));
    }

    private static String name(WireLog log) {
        return log.eventName().startsWith(PREFIX) ? log.eventName().substring(PREFIX.length()) : log.eventName();
    }

    private static void run(WireLog log, String session, RunFacts run) {
        run.offer(Fact.SESSION, session);
        run.offer(Fact.AGENT, AGENT);
        run.offer(Fact.USER, log.text("user.id"));
        run.attribute("app.version", log.text("app.version"));
    }

    private static SpanBuilder span(WireLog log, String traceId) {
        String name = name(log);
        String root = EventIds.span(traceId, "prompt");
        return switch (name) {
            case "user_prompt" -> prompt(log, root);
            case "api_request" -> copied(log, EventSpan.start(log, traceId, root, Operation.CHAT, name));
            case "api_error" -> error(log, copied(log, EventSpan.start(log, traceId, root, Operation.CHAT, name)));
            case "tool_result" -> tool(log, EventSpan.start(log, traceId, root, Operation.EXECUTE_TOOL, name));
            default -> copied(log, EventSpan.start(log, traceId, root, Operation.STEP, name));
        };
    }

    private static SpanBuilder prompt(WireLog log, String root) {
        String text = log.text("prompt");
        SpanBuilder span = Span.builder(root, Operation.INVOKE_AGENT, "user_prompt")
                .startedAt(log.at())
                .input(
                        text == null || text.equals("<REDACTED>")
                                ? null
                                : new Messages().text("user", text).json());
        return copied(log, span).attribute(Attribute.AGENT_NAME, AGENT);
    }

    private static SpanBuilder tool(WireLog log, SpanBuilder span) {
        if (EventSpan.isFalse(log.text("success"))) {
            error(log, span);
        }
        return copied(log, span).input(input(log));
    }

    private static @Nullable String input(WireLog log) {
        String input = log.text("tool_input");
        return input == null ? log.text("tool_parameters") : input;
    }

    private static SpanBuilder error(WireLog log, SpanBuilder span) {
        String type = log.text("error_type");
        EventSpan.fail(span, type == null ? log.text("status_code") : type, log.text("error"));
        return span;
    }

    private static SpanBuilder copied(WireLog log, SpanBuilder span) {
        EventSpan.copy(log, span, RENAMED, LEFT);
        return span;
    }
}
