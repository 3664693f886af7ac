package tacit.surface.agents.hooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/**
 * What the events of Claude Code say of a session, in the trace that its transcript is read into as well: the same ids, so
 * that both together are one. Pure functions.
 */
final class SessionTraces {

    static final String CLAUDE_CODE = "claude-code";

    /** The span of the session itself, as transcripts name it. */
    static final String ROOT = "session";

    private SessionTraces() {}

    /** The session as such. */
    static TraceUpdate session(HookEvent event, Instant at, boolean ended) {
        return update(event, at, ended, List.of());
    }

    /** What the user asks for; the first such text is the task. */
    static TraceUpdate prompt(HookEvent event, Instant at) {
        String text = event.text("prompt");
        Span root = Span.builder(ROOT, Operation.INVOKE_AGENT, Operation.INVOKE_AGENT + " " + CLAUDE_CODE)
                .startedAt(at)
                .input(text)
                .attribute(Attribute.AGENT_NAME, CLAUDE_CODE)
                .build();
        Span prompt = Span.builder(
                        "prompt-" + hash(event.sessionId(), at.toString(), text), Operation.STEP, "user_prompt")
                .parentId(ROOT)
                .startedAt(at)
                .endedAt(at)
                .input(text == null ? null : message("user", text))
                .build();
        return update(event, at, false, List.of(root, prompt));
    }

    /** A call that was made. */
    static TraceUpdate tool(HookEvent event, @Nullable Instant begun, Instant at) {
        String tool = event.tool();
        String id = event.text("tool_use_id");
        String input = event.content("tool_input");
        SpanBuilder span = Span.builder(
                        id == null ? "call-" + hash(event.sessionId(), at.toString(), tool, input) : id,
                        Operation.EXECUTE_TOOL,
                        Operation.EXECUTE_TOOL + " " + tool)
                .parentId(ROOT)
                .startedAt(begun == null || begun.isAfter(at) ? at : begun)
                .endedAt(at)
                .input(input)
                .output(event.content("tool_response"))
                .attribute(Attribute.TOOL_NAME, tool)
                .attribute(Attribute.TOOL_CALL_ID, id);
        if (failed(event)) {
            span.status(SpanStatus.ERROR).errorType(errorType(event)).statusMessage(event.content("error"));
        }
        return update(event, at, false, List.of(span.build()));
    }

    static boolean failed(HookEvent event) {
        return event.name().equals("PostToolUseFailure");
    }

    private static String errorType(HookEvent event) {
        return event.json().path("is_interrupt").asBoolean(false) ? "user_rejected" : "tool_error";
    }

    /** What the prompt was given by us; never to be learned from. */
    static TraceUpdate context(HookEvent event, String contextId, String text, Instant at) {
        Span span = Span.builder("context-" + contextId, Operation.RETRIEVAL, "tacit.context")
                .parentId(ROOT)
                .startedAt(at)
                .endedAt(at)
                .output(text)
                .attribute(Attribute.INJECTED, true)
                .attribute("tacit.context.id", contextId)
                .build();
        return update(event, at, false, List.of(span));
    }

    private static TraceUpdate update(HookEvent event, Instant at, boolean ended, List<Span> spans) {
        Trace trace = Trace.builder(CLAUDE_CODE + ":" + event.sessionId())
                .sessionId(event.sessionId())
                .agent(CLAUDE_CODE)
                .startedAt(at)
                .endedAt(ended ? at : null)
                .status(ended ? TraceStatus.COMPLETED : TraceStatus.RUNNING)
                .attribute("process.working_directory", event.text("cwd"))
                .build();
        return TraceUpdate.of(trace, spans);
    }

    /** One message in the form of OpenTelemetry. */
    static String message(String role, String text) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        messages.addObject()
                .put("role", role)
                .putArray("parts")
                .addObject()
                .put("type", "text")
                .put("content", text);
        return messages.toString();
    }

    static String hash(@Nullable String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: SHA-256 is missing", e);
        }
    }
}
