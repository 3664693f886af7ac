package tacit.adapt.skills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tacit.adapt.skills.text.Content;
import tacit.adapt.skills.text.Json;
import tacit.api.store.Scope;

/**
 * Remembers that a pattern is not wanted as a skill, why, and on which evidence. It is passed over until the evidence is another:
 * twice as many runs in which it worked, or a tool that none of them used before and two use now.
 *
 * @param documents where that lies
 */
record Refusals(Documents documents) {

    static final String KIND = "skill.refusal";

    private static final int RUNS_OF_A_NEW_TOOL = 2;

    /**
     * What was refused.
     *
     * @param reason why
     * @param successes in how many runs it had worked
     * @param tools what they had used
     */
    record Refusal(String reason, int successes, List<String> tools) {

        boolean holdsFor(Pattern pattern) {
            boolean twice = pattern.successes().size() >= 2 * Math.max(1, successes);
            boolean newTool = pattern.tools().entrySet().stream()
                    .anyMatch(tool ->
                            !tools.contains(tool.getKey()) && tool.getValue().size() >= RUNS_OF_A_NEW_TOOL);
            return !twice && !newTool;
        }
    }

    /** What is somebody's own pattern has no content that is drawn from runs, and is not remembered. */
    void remember(Scope owner, Content content, String reason, Instant at) {
        if (content.isPattern()) {
            ObjectNode node = Json.object();
            node.put("reason", reason);
            node.put("at", at.toString());
            node.put("successes", content.support().successes().size());
            Json.put(node, "tools", content.tools());
            documents.change(owner, KIND, content.support().patternId(), there -> Json.text(node));
        }
    }

    Optional<Refusal> of(Scope owner, String patternId) {
        return documents.find(owner, KIND, patternId).map(document -> {
            ObjectNode node = Json.stored(document.content());
            return new Refusal(
                    Json.string(node, "reason"), node.path("successes").intValue(), Json.strings(node, "tools"));
        });
    }
}
