package tacit.memory.layers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tacit.api.memory.ContextFragment;
import tacit.memory.words.Terms;

/**
 * How much a fragment has to do with the task: each word of the task that stands in it halves what is missing to 1, a word that
 * stands in every fragment hardly does. A task that none of them has a word of tells nothing. Immutable.
 */
final class TaskWords {

    private final Map<String, Double> weights = new HashMap<>();
    private final Map<ContextFragment, Set<String>> words = new HashMap<>();

    TaskWords(String task, List<ContextFragment> fragments) {
        Set<String> asked = new LinkedHashSet<>(Terms.ofQuery(task));
        asked.removeIf(Terms::isCommon);
        if (asked.isEmpty()) {
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (ContextFragment fragment : fragments) {
            Set<String> there = new HashSet<>(Terms.of(Said.of(fragment.text())));
            there.retainAll(asked);
            if (words.put(fragment, there) == null) {
                there.forEach(word -> counts.merge(word, 1, Integer::sum));
            }
        }
        counts.forEach((word, count) -> weights.put(word, 1 - (count - 1.0) / words.size()));
    }

    /** Whether the task tells fragments apart. */
    boolean tell() {
        return !weights.isEmpty();
    }

    /** In [0, 1): 0 for a fragment without any word of the task. */
    double fit(ContextFragment fragment) {
        double matched = words.getOrDefault(fragment, Set.of()).stream()
                .sorted()
                .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                .sum();
        return 1 - Math.pow(2, -matched);
    }
}
