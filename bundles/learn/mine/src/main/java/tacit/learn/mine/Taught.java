package tacit.learn.mine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tacit.api.learn.Triage;
import tacit.learn.mine.triage.TriageModel;

/**
 * All that operators of one workspace taught: their very words, and what was learned from them. Immutable.
 *
 * @param model what was learned
 * @param words by trace, and by place in it, whether it is a failure
 */
public record Taught(TriageModel model, Map<String, Map<Place, Boolean>> words) {

    /** Nothing was said. */
    public static final Taught NOTHING = new Taught(TriageModel.NONE, Map.of());

    static Taught of(TriageModel model, List<Triage> statements) {
        Map<String, Map<Place, Boolean>> words = new HashMap<>();
        for (Triage statement : statements) {
            words.computeIfAbsent(statement.traceId(), trace -> new HashMap<>())
                    .put(Place.of(statement), statement.failure());
        }
        return new Taught(model, words);
    }

    /** What operators said about one trace. */
    Map<Place, Boolean> about(String traceId) {
        return words.getOrDefault(traceId, Map.of());
    }
}
