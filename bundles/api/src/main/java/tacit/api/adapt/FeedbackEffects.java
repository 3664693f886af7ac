package tacit.api.adapt;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.OutcomeLabel;

/**
 * What feedback says to each part that it may teach something. Immutable.
 *
 * @param reason the reason that it names by its own word, such as {@code too_verbose}; empty for none, or for words of the user's own
 * @param words reason and note as one text; empty when neither was given
 * @param outcome what it says of the run, or of the answer
 * @param use how what the run used did: playbook entries and skills; {@link OutcomeLabel#UNKNOWN}
 *     when it says nothing of them
 * @param style whether it speaks of how answers read, or may
 * @param wish what the user wishes, in words for their profile; empty for nothing
 * @param remembered what the archive should keep of it; empty for nothing
 * @param mistake what is to be avoided another time, in one line; null for nothing
 * @param corrections what it puts right
 */
public record FeedbackEffects(
        String reason,
        String words,
        OutcomeLabel outcome,
        OutcomeLabel use,
        boolean style,
        String wish,
        String remembered,
        @Nullable String mistake,
        List<UserCorrection> corrections) {

    public FeedbackEffects {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(wish, "wish");
        Objects.requireNonNull(remembered, "remembered");
        corrections = List.copyOf(corrections);
    }
}
