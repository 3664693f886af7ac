package tacit.api.reflect;

import java.util.List;
import java.util.Objects;

/**
 * What might be the matter with a target, and what would help. Immutable.
 *
 * @param id of it within its run: its generator's name with a number
 * @param generator that had the idea
 * @param title in a line
 * @param statement what might be the matter, quoting the evidence
 * @param prompt what an executor would be told to do
 * @param steps what to do next, in order
 * @param confidence of the generator, in [0, 1]
 * @param evidence ids of what it is taken from, at least one
 */
public record Hypothesis(
        String id,
        String generator,
        String title,
        String statement,
        String prompt,
        List<String> steps,
        double confidence,
        List<String> evidence) {

    public Hypothesis {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(generator, "generator");
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
        if (title.isBlank() || statement.isBlank() || prompt.isBlank()) {
            throw new IllegalArgumentException("title, statement and prompt must not be blank");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one piece");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }

    /** Where it stands: PROPOSED, then one of the others, which stay. */
    public enum State {
        PROPOSED,
        WINNER,
        REJECTED
    }
}
