package tacit.memory.recall.tools;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.recall.RecallHit;
import tacit.api.recall.TranscriptHit;

/** Makes rows of what tools answer. */
public final class Rows {

    private Rows() {}

    /** Names and values in turns; what is null is left out. */
    public static Map<String, Object> of(@Nullable Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                row.put(String.valueOf(pairs[i]), value);
            }
        }
        return row;
    }

    /** An enum as agents read it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> of(RecallHit hit) {
        return of(
                "id", hit.id(),
                "type", hit.type(),
                "taskId", hit.taskId(),
                "timestamp", hit.at().toString(),
                "title", hit.title(),
                "label", hit.label(),
                "snippet", hit.snippet(),
                "lane", word(hit.lane()),
                "rank", hit.rank(),
                "reasons",
                        hit.reasons().stream()
                                .map(reason -> reason.feature() + " " + reason.share())
                                .toList());
    }

    static Map<String, Object> of(TranscriptHit hit) {
        Map<String, Object> row = of(
                "id", hit.id(),
                "sourceType", hit.source(),
                "type", hit.type(),
                "taskId", hit.taskId(),
                "timestamp", hit.at().toString(),
                "excerpt", hit.excerpt(),
                "lane", word(hit.lane()),
                "score", hit.score(),
                "rankingReason", hit.reason());
        hit.attributes().forEach(row::putIfAbsent);
        return row;
    }

    static Map<String, Object> of(MemoryRecord memory) {
        return of(
                "id", memory.id(),
                "kind", memory.kind(),
                "subject", memory.subject(),
                "text", memory.text(),
                "lane", word(memory.lane()),
                "visibility", word(memory.visibility()),
                "confidence", memory.confidence(),
                "timestamp", memory.createdAt().toString());
    }
}
