package tacit.api.reflect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a suggestion is worth. Immutable.
 *
 * @param score by which it is ranked
 * @param scored what the score is made of, a line each
 * @param taken whether it is worth keeping
 * @param shown whether it is worth showing now
 * @param displaces the open one whose place it takes; null for none
 * @param reason why it is not taken or not shown, such as {@code duplicate}; empty when it is both
 */
public record SuggestionJudgement(
        double score,
        List<String> scored,
        boolean taken,
        boolean shown,
        @Nullable String displaces,
        String reason) {

    public SuggestionJudgement {
        scored = List.copyOf(scored);
        Objects.requireNonNull(reason, "reason");
    }
}
