package tacit.pulse.guardrails;

import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;

/** How far what is earned may ever go. Pure. */
public final class EarnedLimits {

    /** Fewer successes never earn anything, and fewer than twice as many no freedom. */
    public static final int FEWEST = 5;

    private EarnedLimits() {}

    /** The most that can be earned for an act. */
    public static Level most(ActionRequest request) {
        if (Exports.isExport(request)) {
            return Level.ASKED;
        }
        return switch (request.type()) {
            case DATA_EXPORT, LOCATION, DELETE_MULTIPLE -> Level.ASKED;
            case CODE_CHANGE, DELETE_FILE, COMPUTER_USE -> Level.TOLD;
            default -> Level.FREE;
        };
    }

    public static Level least(Level one, Level other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What one more result may make of what was earned at most, whatever a policy makes of it. */
    public static EarnedAutonomy limited(
            EarnedAutonomy before, EarnedAutonomy after, boolean success, ActionRequest request) {
        int successes = Math.min(after.successes(), before.successes() + 1);
        Level most = success ? up(before.level(), successes) : down(before.level());
        Level level = least(least(after.level(), most), most(request));
        boolean same = level == after.level();
        return new EarnedAutonomy(
                before.profileId(),
                before.targetKey(),
                before.action(),
                level,
                successes,
                after.failures(),
                Math.max(0, Math.min(1, after.lowerBound())),
                same ? after.changedAt() : before.changedAt(),
                same ? after.reason() : before.reason());
    }

    private static Level up(Level level, int successes) {
        return switch (level) {
            case ASKED -> successes >= FEWEST ? Level.TOLD : Level.ASKED;
            case TOLD -> successes >= 2 * FEWEST ? Level.FREE : Level.TOLD;
            case FREE -> Level.FREE;
        };
    }

    private static Level down(Level level) {
        return level == Level.FREE ? Level.TOLD : Level.ASKED;
    }
}
