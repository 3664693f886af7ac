package tacit.bench.kills;

import java.util.EnumMap;
import java.util.Map;

/** How long acts take of late. Confined to one thread. */
final class Pace {

    private static final long UNKNOWN_NANOS = 500_000_000;

    private final Map<Act, Long> known = new EnumMap<>(Act.class);

    /** Half of what was known, half of what is new. */
    void took(Act act, long nanos) {
        known.merge(act, nanos, (before, now) -> (before + now) / 2);
    }

    long nanos(Act act) {
        return known.getOrDefault(act, UNKNOWN_NANOS);
    }
}
