package tacit.api.adapt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.LearningReceipt;

/**
 * What is known of a run's learning when it is reported. Immutable.
 *
 * @param title what it was about; empty when nobody knows
 * @param result its last words; empty for none
 * @param error what went wrong; empty for nothing
 * @param memories what it has given to the memories
 * @param nothing why it has given nothing; empty when it has, or nobody knows
 * @param skill what came of the look for a skill; null when nobody looked
 */
public record RunLearning(
        String title,
        String result,
        String error,
        LearningReceipt memories,
        String nothing,
        @Nullable SkillLook skill) {

    /**
     * What came of a look for a skill.
     *
     * @param proposalId of the proposal; null when there is none
     * @param status of it, such as {@code pending}
     * @param reason why there is none, or what a review said; empty for neither
     * @param skillId the skill that came of it; null for none
     */
    public record SkillLook(
            @Nullable String proposalId,
            String status,
            String reason,
            @Nullable String skillId) {

        /** It waits for a review. */
        public static final String PENDING = "pending";

        /** It became a skill. */
        public static final String APPROVED = "approved";

        /** It did not. */
        public static final String REJECTED = "rejected";

        public SkillLook {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public RunLearning {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(memories, "memories");
        Objects.requireNonNull(nothing, "nothing");
    }
}
