package tacit.memory.transcripts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.recall.TranscriptQuery;

/** Asks the index for messages, notes and memories; without it the files of the workspace are all that is searched. */
final class IndexedPassages {

    private static final Logger log = LoggerFactory.getLogger(IndexedPassages.class);
    private static final Map<String, String> SOURCES =
            Map.of("message", Passage.MESSAGE, "workspace_note", Passage.NOTE, "memory", Passage.MEMORY);
    private static final int CANDIDATES = 200;

    private final SearchIndex index;

    IndexedPassages(SearchIndex index) {
        this.index = index;
    }

    List<Passage> find(TranscriptQuery query, List<String> types) {
        if (types.isEmpty()) {
            return List.of();
        }
        try {
            List<SearchHit> hits = index.search(new SearchQuery(
                            query.scope(), query.audience(), query.text(), types, null, null, null, CANDIDATES))
                    .hits();
            double best =
                    hits.stream().mapToDouble(IndexedPassages::fused).max().orElse(1);
            return hits.stream()
                    .map(hit -> passage(hit, best))
                    .filter(passage -> query.taskId() == null
                            || passage.source().equals(Passage.NOTE)
                            || passage.source().equals(Passage.MEMORY)
                            || query.taskId().equals(passage.taskId()))
                    .toList();
        } catch (RuntimeException e) {
            log.warn("Cannot ask the index for transcripts; files alone are searched", e);
            return List.of();
        }
    }

    private static double fused(SearchHit hit) {
        return hit.signals().getOrDefault("fused", 0.0);
    }

    private static Passage passage(SearchHit hit, double best) {
        SearchDocument document = hit.document();
        SortedMap<String, String> attributes = new TreeMap<>(document.attributes());
        String role = attributes.getOrDefault("role", "");
        String type = role.isEmpty()
                ? attributes.getOrDefault("kind", document.type())
                : role.equals("tool") ? "tool_result" : role + "_message";
        String source = Objects.requireNonNullElse(SOURCES.get(document.type()), document.type());
        return new Passage(
                document.id(),
                source,
                type,
                attributes.get("trace"),
                document.at(),
                document.text(),
                document.lane(),
                best <= 0 ? 0 : fused(hit) / best,
                attributes);
    }
}
