package tacit.memory.external.supermemory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.memory.ExternalForgetting;
import tacit.api.memory.ExternalNote;

/**
 * The bodies of requests, as the service's public documentation has them. Immutable.
 *
 * @param settings what an operator set
 */
record Requests(Settings settings) {

    private static final int LONGEST = 10_000;
    private static final int LONGEST_QUERY = 1_000;

    Map<String, Object> profile(String container, String query) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("containerTag", container);
        if (!query.isEmpty()) {
            body.put("q", bounded(query, LONGEST_QUERY));
            body.put("threshold", settings.threshold());
        }
        return body;
    }

    Map<String, Object> search(String container, String query, int most) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("q", bounded(query, LONGEST_QUERY));
        body.put("containerTag", container);
        body.put("searchMode", settings.mode());
        body.put("limit", most);
        body.put("threshold", settings.threshold());
        body.put("rerank", settings.rerank());
        return body;
    }

    static Map<String, Object> remember(String container, ExternalNote note) {
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("content", bounded(note.content(), LONGEST));
        memory.put("isStatic", false);
        memory.put("metadata", note.metadata());
        return Map.of("memories", List.of(memory), "containerTag", container);
    }

    static Map<String, Object> forget(String container, ExternalForgetting forgetting) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("containerTag", container);
        if (forgetting.id() != null) {
            body.put("id", forgetting.id());
        } else if (forgetting.content() != null) {
            body.put("content", forgetting.content());
        } else {
            throw new IllegalArgumentException("id or content must be given");
        }
        body.put("reason", "It was deleted where it came from");
        return body;
    }

    private static String bounded(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
