package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.evidence.transcripts.ChatTurn.Tokens;

/** Turns the lines of one Claude Code session into steps. Confined to one thread. */
final class ClaudeSession {

    private static final String INTERRUPTION = "[Request interrupted by user";
    private static final String REJECTION = "The user doesn't want to";

    private final Session session;
    private final Set<String> seen = new HashSet<>();
    private final ClaudeAgents agents;
    private final Map<String, Chain> chains = new LinkedHashMap<>();

    ClaudeSession(String id) {
        session = new Session("claude-code", id);
        agents = new ClaudeAgents(session);
    }

    void add(ClaudeLine line) {
        if (line.uuid() != null && !seen.add(line.uuid())) {
            return;
        }
        session.seen(line.at());
        session.attribute("process.working_directory", line.text("cwd"));
        session.attribute("vcs.ref.head.name", line.text("gitBranch"));
        session.attribute("service.version", line.text("version"));
        String agent = line.sidechain() ? agents.of(line) : Session.ROOT;
        Chain chain = chains.computeIfAbsent(agent, parent -> new Chain(session, parent));
        if (line.assistant()) {
            assistant(line, chain);
        } else {
            user(line, chain);
        }
    }

    Session close() {
        chains.values().forEach(Chain::close);
        return session;
    }

    private void assistant(ClaudeLine line, Chain chain) {
        JsonNode message = line.message();
        String id = message.path("id").asText("");
        String turnId = id.isBlank() ? "message-" + session.nextPosition() : id;
        ChatTurn turn = chain.turn(turnId, line.at());
        turn.model(Json.textOrNone(message, "model"));
        turn.finishReason(Json.textOrNone(message, "stop_reason"));
        if (message.path("usage").isObject()) {
            turn.tokens(tokens(message.path("usage")));
        }
        if (message.path("content").isTextual()) {
            turn.add(GenAiMessages.text(message.path("content").textValue()));
        }
        for (JsonNode block : message.path("content")) {
            block(block, turn, chain, line);
        }
        if (line.line().path("isApiErrorMessage").asBoolean(false)) {
            turn.failed(ClaudeContent.text(message.path("content")));
        }
    }

    private void block(JsonNode block, ChatTurn turn, Chain chain, ClaudeLine line) {
        switch (block.path("type").asText("")) {
            case "text" -> turn.add(GenAiMessages.text(block.path("text").asText("")));
            case "thinking" ->
                turn.add(GenAiMessages.reasoning(block.path("thinking").asText("")));
            case "tool_use" -> toolUse(block, turn, chain, line);
            default -> turn.add(Map.of("type", block.path("type").asText("unknown")));
        }
    }

    private void toolUse(JsonNode block, ChatTurn turn, Chain chain, ClaudeLine line) {
        String name = block.path("name").asText("unknown");
        String callId = block.path("id").asText("");
        String id = callId.isBlank() ? "call-" + session.nextPosition() : callId;
        turn.add(GenAiMessages.toolCall(id, name, block.path("input")));
        ToolCall call = chain.call(id, name, Json.content(block.path("input")), line.at());
        agents.called(call.id(), block.path("input"));
    }

    private void user(ClaudeLine line, Chain chain) {
        if (line.content().isTextual()) {
            userText(line.content().textValue(), line, chain);
            return;
        }
        for (JsonNode block : line.content()) {
            if (block.path("type").asText("").equals("tool_result")) {
                toolResult(block, line, chain);
            } else if (block.path("type").asText("").equals("text")) {
                userText(block.path("text").asText(""), line, chain);
            }
        }
    }

    private void userText(String text, ClaudeLine line, Chain chain) {
        if (text.startsWith(INTERRUPTION)) {
            chain.interrupted(line.at());
        } else if (!line.injected() && !ClaudeContent.echoed(text) && !text.isBlank()) {
            chain.said(text, line.at());
            if (!line.sidechain()) {
                session.task(text);
            }
        }
    }

    private void toolResult(JsonNode block, ClaudeLine line, Chain chain) {
        ToolCall call = chain.answered(block.path("tool_use_id").asText(""), line.at());
        if (call == null) {
            return;
        }
        String output = ClaudeContent.text(block.path("content"));
        call.answer(line.at(), output, errorType(block, output));
        if (line.line().path("toolUseResult").path("interrupted").asBoolean(false)) {
            call.interrupted(line.at());
        }
        agents.answered(call.id(), line.line().path("toolUseResult"), line.at());
    }

    private static @Nullable String errorType(JsonNode block, String output) {
        if (!block.path("is_error").asBoolean(false)) {
            return null;
        }
        boolean rejected = output.startsWith(REJECTION) || output.startsWith(INTERRUPTION);
        return rejected ? "user_rejected" : "tool_error";
    }

    private static Tokens tokens(JsonNode usage) {
        long cached = usage.path("cache_read_input_tokens").asLong(0);
        long input = usage.path("input_tokens").asLong(0)
                + usage.path("cache_creation_input_tokens").asLong(0)
                + cached;
        return new Tokens(input, usage.path("output_tokens").asLong(0), cached);
    }
}
