package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was learnt. Immutable.
 *
 * @param status whether there was anything to learn from
 * @param traces how many runs were looked at
 * @param candidates how many things might have been remembered
 * @param accepted how many of them should be
 * @param pruned how many memories gave way to another one
 * @param done what was done, by part, such as {@code journal}
 * @param known how much had been done before
 * @param failures what could not be done, each with its part and its cause
 * @param written the ids of all that the runs have really written so far, by part
 * @param waiting the ids of writes of theirs that were left to an approval, by part
 */
public record LearningReceipt(
        Distillation.Status status,
        int traces,
        int candidates,
        int accepted,
        int pruned,
        SortedMap<String, Integer> done,
        int known,
        List<String> failures,
        SortedMap<String, List<String>> written,
        SortedMap<String, List<String>> waiting) {

    public LearningReceipt {
        Objects.requireNonNull(status, "status");
        done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
        failures = List.copyOf(failures);
        written = copy(written);
        waiting = copy(waiting);
    }

    private static SortedMap<String, List<String>> copy(SortedMap<String, List<String>> ids) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        ids.forEach((part, list) -> copy.put(part, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(copy);
    }
}
