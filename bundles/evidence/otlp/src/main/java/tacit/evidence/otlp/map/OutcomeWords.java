package tacit.evidence.otlp.map;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.OutcomeLabel;

/** Understands the words and scores that graders use. */
public final class OutcomeWords {

    private static final Set<String> GOOD = Set.of(
            "pass",
            "passed",
            "success",
            "succeeded",
            "successful",
            "correct",
            "relevant",
            "factual",
            "grounded",
            "helpful",
            "good",
            "positive",
            "safe",
            "accepted",
            "thumbs_up",
            "thumbs-up",
            "true",
            "yes");

    private static final Set<String> BAD = Set.of(
            "fail",
            "failed",
            "failure",
            "error",
            "incorrect",
            "wrong",
            "irrelevant",
            "not_relevant",
            "unrelated",
            "hallucinated",
            "ungrounded",
            "unhelpful",
            "bad",
            "negative",
            "unsafe",
            "toxic",
            "rejected",
            "thumbs_down",
            "thumbs-down",
            "false",
            "no");

    private OutcomeWords() {}

    /**
     * The label of a statement: by its word; without a word, a score of 1 is a success and one of 0 a failure, as nothing
     * else is the same in every scale.
     */
    public static OutcomeLabel label(@Nullable String word, @Nullable Double score) {
        if (word == null || word.isBlank()) {
            return score == null ? OutcomeLabel.UNKNOWN : byScore(score);
        }
        String plain = word.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        if (GOOD.contains(plain)) {
            return OutcomeLabel.SUCCESS;
        }
        if (BAD.contains(plain)) {
            return OutcomeLabel.FAILURE;
        }
        return plain.equals("neutral") ? OutcomeLabel.NEUTRAL : OutcomeLabel.UNKNOWN;
    }

    private static OutcomeLabel byScore(double score) {
        if (score == 1) {
            return OutcomeLabel.SUCCESS;
        }
        return score == 0 ? OutcomeLabel.FAILURE : OutcomeLabel.UNKNOWN;
    }
}
