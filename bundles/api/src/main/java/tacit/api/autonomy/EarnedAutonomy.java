package tacit.api.autonomy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a profile has earned for one target and one action. Immutable.
 *
 * @param profileId whose
 * @param targetKey for what
 * @param action to do what
 * @param level how far it goes
 * @param successes measured since the last demotion
 * @param failures measured since then, with the one that demoted it
 * @param lowerBound of its success, at 95 %, in [0, 1]
 * @param changedAt when its level last changed; null for never
 * @param reason of that; empty for none
 */
public record EarnedAutonomy(
        String profileId,
        String targetKey,
        String action,
        Level level,
        int successes,
        int failures,
        double lowerBound,
        @Nullable Instant changedAt,
        String reason) {

    /** How far it goes. */
    public enum Level {
        /** Each time is asked. */
        ASKED,
        /** It is done, and told. */
        TOLD,
        /** It is done. */
        FREE
    }

    public EarnedAutonomy {
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(reason, "reason");
    }

    /** Nothing is known yet. */
    public static EarnedAutonomy none(String profileId, String targetKey, String action) {
        return new EarnedAutonomy(profileId, targetKey, action, Level.ASKED, 0, 0, 0, null, "");
    }
}
