package tacit.evidence.decisions;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;

/**
 * How much is kept.
 *
 * @param clock tells the age
 * @param age how long a decision is kept
 * @param most decisions of one role
 */
record Retention(Clock clock, Duration age, int most) {

    /** Rows that are removed at once at most, so that nobody waits long for the database. */
    private static final int AT_ONCE = 500;

    /** Removes what is too old, and what is too much in these roles; answers whether some may be left. */
    boolean enforce(DecisionTables tables, Collection<String> roles) {
        boolean more = tables.removeBefore(clock.instant().minus(age), AT_ONCE) == AT_ONCE;
        for (String role : roles) {
            more |= tables.removeBeyond(role, most, AT_ONCE) == AT_ONCE;
        }
        return more;
    }
}
