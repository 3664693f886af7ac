package tacit.bench.recall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tacit.api.recall.SearchDocument;

/**
 * A conversation of many sessions with questions about it: a workspace of its own. Immutable.
 *
 * @param id and workspace
 * @param turns in their order
 * @param questions about them
 */
public record Dialogue(String id, List<SearchDocument> turns, List<LabelledQuestion> questions) {

    public Dialogue {
        turns = List.copyOf(turns);
        questions = List.copyOf(questions);
    }

    /** When the questions are asked: when all was said. */
    public Instant end() {
        return turns.stream()
                .map(SearchDocument::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
