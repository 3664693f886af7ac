package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceSink;
import tacit.evidence.transcripts.ChatTurn.Tokens;

/** Turns the lines of one Codex rollout into steps. Confined to one thread. */
final class CodexSession {

    private final String fallbackId;
    private @Nullable Session session;
    private @Nullable Chain chain;
    private @Nullable String model;
    private @Nullable String lastTotal;
    private @Nullable ChatTurn unpaid;
    private String lastPlace = "line 1";
    private long turns;

    CodexSession(String fallbackId) {
        this.fallbackId = fallbackId;
    }

    void add(String place, JsonNode line) {
        String type = Json.text(line, "type");
        Instant at = Json.timeOrNone(line, "timestamp");
        JsonNode payload = Json.object(line, "payload");
        switch (type) {
            case "session_meta" -> meta(payload);
            case "turn_context" -> model = Json.textOrNone(payload, "model");
            case "response_item" -> item(payload, at);
            case "event_msg" -> event(payload, at);
            default -> session();
        }
        session().seen(at);
        lastPlace = place;
    }

    void passOn(TraceSink sink) {
        if (session == null || chain == null || session.isEmpty()) {
            sink.refuse("end", "Holds no message of an agent");
            return;
        }
        chain.close();
        if (session.isEmpty()) {
            sink.refuse("end", "Holds no message of an agent");
        } else {
            sink.accept(session.build(), lastPlace);
        }
    }

    private void meta(JsonNode payload) {
        String id = Json.text(payload, "id");
        if (session != null) {
            return;
        }
        begin(id);
        session().attribute("process.working_directory", Json.textOrNone(payload, "cwd"));
        session().attribute("service.version", Json.textOrNone(payload, "cli_version"));
        session()
                .attribute("vcs.ref.head.name", Json.content(payload.path("git").path("branch")));
    }

    private void item(JsonNode payload, @Nullable Instant at) {
        switch (payload.path("type").asText("")) {
            case "message" -> message(payload, at);
            case "reasoning" -> reasoning(payload, at);
            case "function_call", "custom_tool_call", "local_shell_call" -> call(payload, at);
            case "function_call_output", "custom_tool_call_output" -> result(payload, at);
            default -> session();
        }
    }

    private void message(JsonNode payload, @Nullable Instant at) {
        String text = CodexContent.text(Json.arrayOrNone(payload, "content"));
        if (payload.path("role").asText("").equals("assistant")) {
            turn(at).add(GenAiMessages.text(text));
        } else if (payload.path("role").asText("").equals("user") && !CodexContent.injected(text)) {
            chain().said(text, at);
            session().task(text);
        }
    }

    private void reasoning(JsonNode payload, @Nullable Instant at) {
        String text = CodexContent.text(payload.path("summary"));
        ChatTurn turn = turn(at);
        if (!text.isEmpty()) {
            turn.add(GenAiMessages.reasoning(text));
        }
    }

    private void call(JsonNode payload, @Nullable Instant at) {
        String callId = Json.text(payload, "call_id");
        boolean shell = payload.path("type").asText("").equals("local_shell_call");
        String name = shell ? "local_shell" : Json.text(payload, "name");
        JsonNode arguments =
                shell ? payload.path("action") : payload.path(payload.has("arguments") ? "arguments" : "input");
        String input = Json.content(arguments);
        turn(at).add(GenAiMessages.toolCall(callId, name, input == null ? "" : input));
        chain().call(callId, name, input, at);
    }

    private void result(JsonNode payload, @Nullable Instant at) {
        ToolCall call = chain().answered(Json.text(payload, "call_id"), at);
        chain().endTurn();
        if (call != null) {
            CodexResult result = CodexResult.of(payload.path("output"));
            call.answer(at, result.text(), result.errorType());
            result.exit().ifPresent(call::exitCode);
        }
    }

    private void event(JsonNode payload, @Nullable Instant at) {
        switch (payload.path("type").asText("")) {
            case "token_count" -> tokens(payload.path("info"));
            case "turn_aborted" -> chain().interrupted(at);
            case "error", "stream_error" ->
                turn(at).failed(payload.path("message").asText("error"));
            default -> session();
        }
    }

    /** The counts follow the call that they belong to, and are repeated where nothing was called since. */
    private void tokens(JsonNode info) {
        JsonNode usage = info.path("last_token_usage");
        String total = info.path("total_token_usage").toString();
        if (unpaid == null || !usage.isObject() || total.equals(lastTotal)) {
            return;
        }
        unpaid.tokens(new Tokens(
                usage.path("input_tokens").asLong(0),
                usage.path("output_tokens").asLong(0),
                usage.path("cached_input_tokens").asLong(0)));
        lastTotal = total;
        unpaid = null;
    }

    private ChatTurn turn(@Nullable Instant at) {
        ChatTurn current = chain().turn();
        if (current == null || current.hasTokens()) {
            turns++;
            current = chain().turn("turn-" + turns, at);
            unpaid = current;
        } else {
            current = chain().turn(current.id(), at);
        }
        current.model(model);
        return current;
    }

    private Session session() {
        return session == null ? begin(fallbackId) : session;
    }

    private Chain chain() {
        session();
        if (chain == null) {
            throw new IllegalStateException("A session has a chain from its beginning");
        }
        return chain;
    }

    private Session begin(String id) {
        Session begun = new Session("codex", id);
        session = begun;
        chain = new Chain(begun, Session.ROOT);
        return begun;
    }
}
