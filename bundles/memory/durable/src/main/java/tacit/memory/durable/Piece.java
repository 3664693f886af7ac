package tacit.memory.durable;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.recall.ContextHit;
import tacit.api.recall.SearchDocument;
import tacit.memory.words.Excerpt;
import tacit.memory.words.Quoting;

/**
 * Words of a run, wherever they were found. Immutable.
 *
 * @param id of the message or the summary that they belong to
 * @param kind of its memory
 * @param stored when it was kept
 */
record Piece(String id, String kind, SortedMap<String, String> attributes, String text, Instant stored) {

    private static final String STEP = "execute this step:";

    Piece {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    static Piece of(MemoryRecord memory) {
        return of(memory.kind(), memory.attributes(), memory.text(), memory.createdAt());
    }

    static Piece of(SearchDocument document) {
        return of(
                document.attributes().getOrDefault("kind", ""), document.attributes(), document.text(), document.at());
    }

    private static Piece of(String kind, SortedMap<String, String> attributes, String text, Instant stored) {
        String id = attributes.getOrDefault(kind.equals(Run.PAYLOAD) ? "message" : "id", "");
        return new Piece(id, kind, attributes, text, stored);
    }

    /** Whether it may be shown: the store knows whose it is, not who looks. */
    static boolean seen(MemoryRecord memory, Audience audience) {
        boolean own =
                memory.scope().reach() != Reach.USER || memory.scope().id().equals(audience.userId());
        return audience.maySee(memory.visibility()) && (own || memory.visibility() != Visibility.PRIVATE);
    }

    @Nullable
    String payload() {
        return attributes.get("payload");
    }

    long sequence() {
        return Long.parseLong(attributes.getOrDefault("seq", "0"));
    }

    Instant at() {
        String said = attributes.get("at");
        return said == null ? stored : Instant.parse(said);
    }

    /** Which comes first of those that hold the same words. */
    int priority() {
        if (kind.equals(Run.SUMMARY)) {
            return 0;
        }
        if (Boolean.parseBoolean(attributes.get("tool"))) {
            return 40;
        }
        if (payload() != null) {
            return 30;
        }
        if (text.regionMatches(true, 0, STEP, 0, STEP.length())) {
            return 20;
        }
        String role = attributes.getOrDefault("role", "");
        return role.equals("user") || role.equals("assistant") ? 5 : 10;
    }

    /** As it is told: what was kept is data, and gives no orders. */
    ContextHit hit(String words, int longest) {
        boolean summary = kind.equals(Run.SUMMARY);
        return new ContextHit(
                id,
                summary ? ContextHit.Kind.SUMMARY : ContextHit.Kind.MESSAGE,
                attributes.getOrDefault("task", ""),
                attributes.getOrDefault("role", ""),
                at(),
                sequence(),
                Quoting.safe(Excerpt.of(text, words, longest)),
                payload(),
                Integer.parseInt(attributes.getOrDefault("messages", "0")));
    }
}
