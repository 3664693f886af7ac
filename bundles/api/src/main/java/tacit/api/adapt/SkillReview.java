package tacit.api.adapt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a proposal. Immutable.
 *
 * @param by who decided
 * @param at when
 * @param reason why; null when nobody said
 * @param skillName the skill that came of it; null for none
 */
public record SkillReview(
        SkillActor by,
        Instant at,
        @Nullable String reason,
        @Nullable String skillName) {

    public SkillReview {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
