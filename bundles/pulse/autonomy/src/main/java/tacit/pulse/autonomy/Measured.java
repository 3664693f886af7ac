package tacit.pulse.autonomy;

import java.time.Instant;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;

/** What measured results make of what was earned: slowly up, at once down, and slower up after that. */
final class Measured {

    /** Successes, and the least that their share may truly be, for what is told. */
    static final int TOLD_SUCCESSES = 8;

    static final double TOLD_BOUND = 0.6;

    /** The same for what is free. */
    static final int FREE_SUCCESSES = 20;

    static final double FREE_BOUND = 0.8;

    private static final double Z = 1.959963984540054;

    private Measured() {}

    static EarnedAutonomy after(EarnedAutonomy before, boolean success, Instant at) {
        return success ? succeeded(before, at) : failed(before, at);
    }

    private static EarnedAutonomy succeeded(EarnedAutonomy before, Instant at) {
        int successes = before.successes() + 1;
        double bound = lowerBound(successes, before.failures());
        Level level = next(before.level(), successes, bound);
        String reason = successes + " of " + (successes + before.failures()) + " went well";
        return entry(before, level, successes, before.failures(), at, reason);
    }

    private static Level next(Level level, int successes, double bound) {
        if (level == Level.ASKED && successes >= TOLD_SUCCESSES && bound >= TOLD_BOUND) {
            return Level.TOLD;
        }
        return level == Level.TOLD && successes >= FREE_SUCCESSES && bound >= FREE_BOUND ? Level.FREE : level;
    }

    /** A level is lost by one failure; what is counted then begins with it, so the way back is longer. */
    private static EarnedAutonomy failed(EarnedAutonomy before, Instant at) {
        return switch (before.level()) {
            case FREE -> entry(before, Level.TOLD, 0, 1, at, "It failed");
            case TOLD -> entry(before, Level.ASKED, 0, 1, at, "It failed");
            case ASKED -> entry(before, Level.ASKED, before.successes(), before.failures() + 1, at, "It failed");
        };
    }

    private static EarnedAutonomy entry(
            EarnedAutonomy before, Level level, int successes, int failures, Instant at, String reason) {
        boolean same = level == before.level();
        return new EarnedAutonomy(
                before.profileId(),
                before.targetKey(),
                before.action(),
                level,
                successes,
                failures,
                lowerBound(successes, failures),
                same ? before.changedAt() : at,
                same ? before.reason() : reason);
    }

    /** Of the share of successes, by Wilson's interval at 95 %. */
    static double lowerBound(int successes, int failures) {
        double n = (double) successes + failures;
        if (n == 0) {
            return 0;
        }
        double share = successes / n;
        double centre = share + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return Math.max(0, (centre - spread) / (1 + Z * Z / n));
    }
}
