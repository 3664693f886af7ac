package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Attempt;
import tacit.surface.gateway.rest.reply.Fields;

/** Reads which attempt at a task an agent makes. */
final class Attempts {

    static final Set<String> FIELDS = Set.of(
            "taskId",
            "attempt",
            "maxAttempts",
            "transientRetries",
            "reason",
            "recoveryClass",
            "pendingChecklist",
            "planning");

    private static final int MAX_ID = 400;
    private static final int MAX_TEXT = 10_000;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_ATTEMPTS = 10_000;

    private Attempts() {}

    /** What stands under {@code retry}; null where nothing does. */
    static @Nullable Attempt within(Fields fields) {
        JsonNode node = fields.node().path("retry");
        return node.isMissingNode() || node.isNull() ? null : of(Fields.of(node, FIELDS));
    }

    static Attempt of(Fields fields) {
        int number = fields.whole("attempt", 1, 1, MOST_ATTEMPTS);
        return new Attempt(
                fields.optionalText("taskId", MAX_ID),
                number,
                fields.whole("maxAttempts", number, 1, MOST_ATTEMPTS),
                fields.whole("transientRetries", 0, 0, MOST_ATTEMPTS),
                fields.optionalText("reason", MAX_TEXT),
                fields.optionalText("recoveryClass", MAX_ID),
                pending(fields),
                fields.truth("planning", true));
    }

    private static List<String> pending(Fields fields) {
        JsonNode items = fields.node().path("pendingChecklist");
        boolean none = items.isMissingNode() || (items.isArray() && items.isEmpty());
        return none ? List.of() : fields.texts("pendingChecklist", MOST_ITEMS, MAX_TEXT);
    }
}
