package tacit.learn.mine.triage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What operators taught, kind by kind. Immutable. */
public record TriageModel(Map<String, KindModel> kinds) {

    /** Knows nothing. */
    public static final TriageModel NONE = new TriageModel(Map.of());

    // Fewer words than these say more about the spans that an operator happened to see than about the kind.
    private static final int LEAST_OF_EACH = 3;

    public TriageModel {
        kinds = Map.copyOf(kinds);
    }

    /** Learns from all examples of each kind; a kind with few words of either sort is left to the detectors. */
    public static TriageModel train(Map<String, List<Example>> examples) {
        Map<String, KindModel> kinds = new TreeMap<>();
        examples.forEach((kind, list) -> {
            long failures = list.stream().filter(Example::failure).count();
            if (failures >= LEAST_OF_EACH && list.size() - failures >= LEAST_OF_EACH) {
                kinds.put(kind, KindTrainer.fit(list));
            }
        });
        return new TriageModel(kinds);
    }
}
