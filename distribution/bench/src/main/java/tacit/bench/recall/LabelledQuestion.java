package tacit.bench.recall;

import java.util.List;

/**
 * A question of which it is known where the answer stands. Immutable.
 *
 * @param text as it is asked
 * @param category of its label; 0 without one
 * @param evidence the ids of the documents that answer it; never empty
 */
public record LabelledQuestion(String text, int category, List<String> evidence) {

    public LabelledQuestion {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must not be empty");
        }
    }
}
