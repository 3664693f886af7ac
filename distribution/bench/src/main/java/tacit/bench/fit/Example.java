package tacit.bench.fit;

import java.util.List;

/**
 * A question with its candidates as they were measured. Immutable. Whoever sees which recalled items were really used writes
 * the same.
 *
 * @param question in words
 * @param rows the features of each candidate
 * @param used whether each answered it
 */
record Example(String question, List<double[]> rows, List<Boolean> used) {

    Example {
        rows = List.copyOf(rows);
        used = List.copyOf(used);
        if (rows.size() != used.size()) {
            throw new IllegalArgumentException(
                    "used must be as many as rows, got " + used.size() + " and " + rows.size());
        }
    }
}
