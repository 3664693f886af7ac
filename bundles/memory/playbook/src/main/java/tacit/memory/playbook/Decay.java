package tacit.memory.playbook;

import java.time.Duration;
import java.time.Instant;

/** What its age leaves of an experience: all of it for 30 days, then less, then half. */
final class Decay {

    private static final Duration FRESH = Duration.ofDays(30);
    private static final Duration KNOWN = Duration.ofDays(90);

    private Decay() {}

    static double at(Instant now, Instant then) {
        Duration age = Duration.between(then, now);
        if (age.compareTo(FRESH) <= 0) {
            return 1;
        }
        return age.compareTo(KNOWN) <= 0 ? 0.8 : 0.5;
    }
}
