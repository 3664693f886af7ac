package tacit.api.adapt;

/**
 * How runs that used a skill came out; each run counts once. Immutable.
 *
 * @param successes that succeeded
 * @param failures that failed
 * @param open of which nobody knows yet
 */
public record SkillUses(long successes, long failures, long open) {

    public SkillUses {
        if (successes < 0 || failures < 0 || open < 0) {
            throw new IllegalArgumentException(
                    "Counts must not be negative, got " + successes + ", " + failures + ", " + open);
        }
    }
}
