package tacit.memory.external.supermemory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.ExternalContext.Fact;
import tacit.api.memory.TrustLane;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.memory.external.Sending.Sent;

/**
 * Reads what a tool is called with, and writes what it answers.
 *
 * @param call the call
 */
record ToolArguments(ToolCall call) {

    private static final int LONGEST = 10_000;

    String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return text;
    }

    @Nullable
    String optional(String name) {
        Object value = call.arguments().get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(name + " must be a text of 1 to " + LONGEST + " characters");
        }
        return text.strip();
    }

    int whole(String name, int usual, int most) {
        Object value = call.arguments().get(name);
        if (value == null) {
            return usual;
        }
        boolean whole = value instanceof Long || value instanceof Integer;
        if (!whole || ((Number) value).longValue() < 1 || ((Number) value).longValue() > most) {
            throw new IllegalArgumentException(name + " must be a whole number in [1, " + most + "]");
        }
        return ((Number) value).intValue();
    }

    /** The run that calls, as where a change comes from. */
    List<Evidence> evidence() {
        String task = call.taskId();
        if (task == null) {
            throw new IllegalArgumentException("taskId must name the run that calls, for a tool that changes memories");
        }
        return List.of(Evidence.of(Evidence.Kind.TRACE, task));
    }

    static ToolAnswer facts(List<Fact> facts) {
        return ToolAnswer.of(facts.stream().map(ToolArguments::row).toList());
    }

    private static Map<String, Object> row(Fact fact) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (fact.id() != null) {
            row.put("id", fact.id());
        }
        row.put("kind", fact.kind());
        row.put("text", fact.text());
        row.put("lane", TrustLane.FOREIGN.name().toLowerCase(Locale.ROOT));
        row.put("relevance", fact.relevance());
        return row;
    }

    static ToolAnswer sent(Sent sent) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("status", sent.decision().answer().name().toLowerCase(Locale.ROOT));
        if (sent.remoteId() != null) {
            row.put("id", sent.remoteId());
        }
        if (sent.decision().pendingId() != null) {
            row.put("pendingId", sent.decision().pendingId());
        }
        row.put("message", sent.decision().words());
        return ToolAnswer.of(List.of(row));
    }
}
