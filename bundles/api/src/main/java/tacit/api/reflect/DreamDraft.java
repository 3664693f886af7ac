package tacit.api.reflect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change that is proposed. Immutable.
 *
 * @param key the same for what is about the same fact, whatever words say it
 * @param action what it would do
 * @param subjectId the memory that it would change; null for none
 * @param currentValue what is there, or was taken for right; null for nothing
 * @param proposedValue what should be there, with the words of the evidence
 * @param rationale why, with a quotation
 * @param confidence in [0, 1]
 * @param evidence the ids of what it rests on; one without is dropped
 */
public record DreamDraft(
        String key,
        DreamAction action,
        @Nullable String subjectId,
        @Nullable String currentValue,
        String proposedValue,
        String rationale,
        double confidence,
        List<String> evidence) {

    /** The most characters of a proposed value, and of a current one. */
    public static final int LONGEST_VALUE = 600;

    /** The most characters of a rationale. */
    public static final int LONGEST_RATIONALE = 900;

    public DreamDraft {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(proposedValue, "proposedValue");
        Objects.requireNonNull(rationale, "rationale");
        evidence = List.copyOf(evidence);
        if (key.isBlank() || proposedValue.isBlank()) {
            throw new IllegalArgumentException("key and proposedValue must not be blank");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }
}
