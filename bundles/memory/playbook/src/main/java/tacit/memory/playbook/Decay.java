package tacit.memory.playbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What its age leaves of an experience: all of it for 30 days, then less, then half. */
final class Decay {

    private static final Duration FRESH = Duration.ofDays(30);
    private static final Duration KNOWN = Duration.ofDays(90);

    private Decay() {}

    /** The times at which something happened of which as much is left: not before the one, and before the other; null for any. */
    record Span(@Nullable Instant from, @Nullable Instant until, double weight) {}

    /** All times, so that each experience is in one of them. */
    static List<Span> spans(Instant now) {
        Instant fresh = now.minus(FRESH);
        Instant known = now.minus(KNOWN);
        return List.of(
                new Span(fresh, null, at(now, fresh)),
                new Span(known, fresh, at(now, known)),
                new Span(null, known, at(now, Instant.MIN)));
    }

    static double at(Instant now, Instant then) {
        Duration age = Duration.between(then, now);
        if (age.compareTo(FRESH) <= 0) {
            return 1;
        }
        return age.compareTo(KNOWN) <= 0 ? 0.8 : 0.5;
    }
}
