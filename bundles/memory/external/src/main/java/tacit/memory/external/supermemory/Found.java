package tacit.memory.external.supermemory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ExternalContext.Fact;

/** Reads what the service answers; what is not as it should be is left out. */
final class Found {

    static final String STATIC = "static";
    static final String DYNAMIC = "dynamic";
    static final String HIT = "found";

    private static final int LONGEST = 2_000;
    private static final double OF_STATIC = 0.6;
    private static final double OF_DYNAMIC = 0.5;

    private Found() {}

    /** The profile of an answer, and its hits, so many of each. */
    static List<Fact> profile(JsonNode answer, int facts, int hits) {
        List<Fact> all = new ArrayList<>(hits(answer.path("searchResults"), hits));
        all.addAll(lines(answer.path("profile").path("static"), STATIC, OF_STATIC, facts));
        all.addAll(lines(answer.path("profile").path("dynamic"), DYNAMIC, OF_DYNAMIC, facts));
        return all;
    }

    private static List<Fact> lines(JsonNode list, String kind, double relevance, int most) {
        return elements(list)
                .map(line -> text(line.isTextual() ? line : line.path("memory")))
                .filter(Objects::nonNull)
                .limit(most)
                .map(text -> new Fact(null, kind, text, relevance, null))
                .toList();
    }

    /** The hits of an answer, the best first. */
    static List<Fact> hits(JsonNode answer, int most) {
        return elements(answer.path("results"))
                .map(Found::hit)
                .filter(Objects::nonNull)
                .limit(most)
                .toList();
    }

    private static @Nullable Fact hit(JsonNode hit) {
        String memory = text(hit.path("memory"));
        String text = memory == null ? text(hit.path("chunk")) : memory;
        if (text == null) {
            return null;
        }
        double similarity = hit.path("similarity").asDouble(0);
        return new Fact(
                text(hit.path("id")), HIT, text, Math.min(1, Math.max(0, similarity)), time(hit.path("updatedAt")));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return list.isArray() ? list.valueStream() : Stream.empty();
    }

    /** A text that says something, bounded; null for anything else. */
    static @Nullable String text(JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            return null;
        }
        String text = node.textValue().strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static @Nullable Instant time(JsonNode node) {
        try {
            return node.isTextual() ? Instant.parse(node.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
