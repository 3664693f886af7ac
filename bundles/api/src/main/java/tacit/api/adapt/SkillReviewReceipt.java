package tacit.api.adapt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision. Immutable.
 *
 * @param done whether it holds
 * @param reason why it does not; empty when it does
 * @param proposal as it stands now; null when there is none
 * @param files what was changed in folders of agents
 */
public record SkillReviewReceipt(
        boolean done, String reason, @Nullable SkillProposal proposal, SkillFilesReport files) {

    public SkillReviewReceipt {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(files, "files");
    }

    /** Nothing was done. */
    public static SkillReviewReceipt refused(String reason, @Nullable SkillProposal proposal) {
        return new SkillReviewReceipt(false, reason, proposal, SkillFilesReport.NOTHING);
    }
}
