package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Why a prompt holds what it holds; names no text that it does not hold. Immutable.
 *
 * @param lines one for each fragment that was offered, those that are shown first
 * @param budgets how many tokens each part could have: {@code kit}, {@code rest}, {@code L0}, {@code L1}, and
 *     {@code how} where anything says how to answer
 * @param failures sources that did not answer
 */
public record ContextExplanation(List<Line> lines, SortedMap<String, Integer> budgets, List<Failure> failures) {

    /**
     * What became of a fragment.
     *
     * @param key the fragment's; empty where the audience may not even know that
     * @param source the source's name
     * @param layer {@code L0} to {@code L3}
     * @param kept whether it is shown
     * @param tokens what it costs
     * @param score what decided about its place
     * @param parts what the score is made of, by name
     * @param reason why, in one sentence
     */
    public record Line(
            String key,
            String source,
            String layer,
            boolean kept,
            int tokens,
            double score,
            SortedMap<String, Double> parts,
            String reason) {

        public Line {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(reason, "reason");
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        }
    }

    /**
     * A source that did not answer.
     *
     * @param source its name
     * @param reason what it did instead, in words without any of its content
     */
    public record Failure(String source, String reason) {

        public Failure {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Nothing was offered. */
    public static final ContextExplanation EMPTY = new ContextExplanation(List.of(), new TreeMap<>(), List.of());

    public ContextExplanation {
        lines = List.copyOf(lines);
        budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
        failures = List.copyOf(failures);
    }

    /** The same with further lines behind the others, and with these failures. */
    public ContextExplanation with(List<Line> further, List<Failure> failed) {
        return new ContextExplanation(
                Stream.concat(lines.stream(), further.stream()).toList(), budgets, failed);
    }

    /** How many fragments are not shown. */
    public int dropped() {
        return (int) lines.stream().filter(line -> !line.kept()).count();
    }
}
