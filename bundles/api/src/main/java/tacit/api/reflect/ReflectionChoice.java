package tacit.api.reflect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which hypothesis won. Immutable.
 *
 * @param winner its id; null when none stands
 * @param recommendation in words
 * @param rationale why it, in words
 * @param scores of each hypothesis, the best first
 */
public record ReflectionChoice(@Nullable String winner, String recommendation, String rationale, List<Scored> scores) {

    public ReflectionChoice {
        Objects.requireNonNull(recommendation, "recommendation");
        Objects.requireNonNull(rationale, "rationale");
        scores = List.copyOf(scores);
    }

    /**
     * What a hypothesis came to. Immutable.
     *
     * @param scored what the score is made of, a line each
     * @param whyNot why it did not win; empty for the winner
     */
    public record Scored(String hypothesisId, double score, List<String> scored, String whyNot) {

        public Scored {
            Objects.requireNonNull(hypothesisId, "hypothesisId");
            Objects.requireNonNull(whyNot, "whyNot");
            scored = List.copyOf(scored);
        }
    }
}
