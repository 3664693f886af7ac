package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agents that a Claude Code session called: which call brought each about, and which lines are its own. Confined to one
 * thread.
 */
final class ClaudeAgents {

    private final Session session;
    private final Map<String, String> callByPrompt = new HashMap<>();
    private final Map<String, String> nameByCall = new HashMap<>();
    private final Map<String, String> agentByLine = new HashMap<>();

    ClaudeAgents(Session session) {
        this.session = session;
    }

    /** Notes a call that may start an agent. */
    void called(String callId, JsonNode input) {
        if (input.path("prompt").isTextual() && input.has("subagent_type")) {
            callByPrompt.putIfAbsent(input.path("prompt").textValue(), callId);
            nameByCall.put(callId, input.path("subagent_type").asText("agent"));
        }
    }

    /** Notes the agent whose result a call brought; its lines stand in a file of their own. */
    void answered(String callId, JsonNode result, @Nullable Instant at) {
        String agentId = result.path("agentId").asText("");
        if (!agentId.isBlank()) {
            agent("agent-" + agentId, callId, at, null);
        }
    }

    /** The id of the agent span that a line of a side conversation belongs to. */
    String of(ClaudeLine line) {
        String named = line.text("agentId");
        String parent = line.text("parentUuid");
        String known = parent == null ? null : agentByLine.get(parent);
        String id = named != null ? "agent-" + named : known != null ? known : "agent-" + line.uuid();
        String prompt = line.content().isTextual() ? line.content().textValue() : ClaudeContent.text(line.content());
        if (!session.has(id)) {
            agent(id, callByPrompt.get(prompt), line.at(), prompt);
        }
        if (line.uuid() != null) {
            agentByLine.put(line.uuid(), id);
        }
        return id;
    }

    private void agent(String id, @Nullable String callId, @Nullable Instant at, @Nullable String prompt) {
        if (session.has(id)) {
            return;
        }
        String parent = callId == null ? Session.ROOT : callId;
        String name = callId == null ? "agent" : nameByCall.getOrDefault(callId, "agent");
        session.add(new AgentRun(new Step.Place(id, parent, session.nextPosition(), at), name, prompt));
    }
}
