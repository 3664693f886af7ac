package tacit.api.adapt;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.SkillProposal.Status;

/**
 * What came of a look for a skill to propose. Immutable.
 *
 * @param proposed whether one is, or in a preview would be, proposed
 * @param reason {@code cooldown}, {@code no_candidates}, {@code duplicate of …}, {@code rejected: …}, {@code blocked: …}, or what
 *     is proposed
 * @param proposalId null for none, and in a preview
 * @param proposalStatus of that proposal; null for none
 * @param patternId of the pattern that is proposed; null for none
 * @param passedOver why others were not proposed, by pattern
 */
public record SkillPromotion(
        boolean proposed,
        String reason,
        @Nullable String proposalId,
        @Nullable Status proposalStatus,
        @Nullable String patternId,
        SortedMap<String, String> passedOver) {

    public static final String COOLDOWN = "cooldown";
    public static final String NO_CANDIDATES = "no_candidates";

    public SkillPromotion {
        Objects.requireNonNull(reason, "reason");
        passedOver = Collections.unmodifiableSortedMap(new TreeMap<>(passedOver));
    }

    /** Nothing is proposed. */
    public static SkillPromotion none(String reason, SortedMap<String, String> passedOver) {
        return new SkillPromotion(false, reason, null, null, null, passedOver);
    }
}
