package tacit.api.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a guard says to a call. Immutable.
 *
 * @param effect what may be done
 * @param reason why, in one sentence for people; never blank
 * @param ruleId the rule that decided; null when none applies
 */
public record GuardAnswer(
        GuardEffect effect, String reason, @Nullable String ruleId) {

    public GuardAnswer {
        Objects.requireNonNull(effect, "effect");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason must not be blank");
        }
        if (effect != GuardEffect.ALLOW && ruleId == null) {
            throw new IllegalArgumentException("ruleId must be given for " + effect);
        }
    }

    /** Nothing speaks against the call. */
    public static GuardAnswer allow() {
        return new GuardAnswer(GuardEffect.ALLOW, "No rule speaks against this call", null);
    }
}
