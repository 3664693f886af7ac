package tacit.panel.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;

/** What is known of a run as a whole. */
final class TraceFacts {

    private static final int LONGEST = 4_000;

    private TraceFacts() {}

    static Map<String, Object> of(RecordedTrace recorded) {
        Trace trace = recorded.trace();
        List<Map<String, Object>> facts = new ArrayList<>();
        fact(facts, "Outcome", "badge", trace.outcome().label());
        fact(facts, "Status", "badge", trace.status());
        fact(facts, "Started", "time", trace.startedAt());
        fact(facts, "Took", "duration", trace.duration().isZero() ? null : trace.duration());
        fact(facts, "Agent", "text", trace.agent());
        fact(facts, "Task", "text", trace.taskKey());
        fact(facts, "User", "text", trace.userId());
        fact(facts, "Channel", "text", trace.channel());
        fact(facts, "Session", "text", trace.sessionId());
        fact(facts, "Profile", "text", trace.profileId());
        fact(facts, "Spans", "number", recorded.spans().size());
        fact(facts, "Tokens", "number", recorded.tokens());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", trace.id());
        values.put("facts", facts);
        values.put("attributes", attributes(trace.attributes()));
        if (trace.harnessGeneration() != null) {
            values.put("generation", trace.harnessGeneration());
        }
        return values;
    }

    /** Attributes as rows, each value as a text that is not endless. */
    static List<Map<String, Object>> attributes(Map<String, Object> attributes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        attributes.forEach((name, value) -> rows.add(Map.of("name", name, "value", cut(String.valueOf(value)))));
        return rows;
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " … (" + text.length() + " characters)";
    }

    private static void fact(List<Map<String, Object>> facts, String name, String kind, @Nullable Object value) {
        if (value != null) {
            facts.add(Map.of("name", name, "kind", kind, "value", value));
        }
    }
}
