package tacit.surface.agents.hooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import tacit.api.guard.GuardAnswer;
import tacit.api.http.Reply;

/** The words in which agents are answered; the hook passes them on as they are. Pure functions. */
final class HookAnswers {

    private HookAnswers() {}

    /** Nothing to say: the agent goes on as it would. */
    static Reply nothing() {
        return new Reply(204, "", Map.of(), out -> {});
    }

    /** Text for the model, beside what the user wrote. */
    static Reply context(String event, String text) {
        return said(JsonNodeFactory.instance
                .objectNode()
                .put("hookEventName", event)
                .put("additionalContext", text));
    }

    /** A call that a person should see first, or that must not be made. */
    static Reply decision(GuardAnswer answer) {
        return said(JsonNodeFactory.instance
                .objectNode()
                .put("hookEventName", "PreToolUse")
                .put("permissionDecision", answer.effect().name().toLowerCase(Locale.ROOT))
                .put("permissionDecisionReason", "Tacit: " + answer.reason() + " (" + answer.ruleId() + ")"));
    }

    private static Reply said(ObjectNode specific) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("hookSpecificOutput", specific);
        return Reply.json(200, whole.toString());
    }
}
