package tacit.adapt.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was criticised, each pattern with how often. Confined to one call. */
final class Patterns {

    /** How long a pattern is kept after it was seen last. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final int MOST = 50;
    private static final Comparator<Map.Entry<String, Seen>> LAST_FIRST = Comparator.comparing(
                    (Map.Entry<String, Seen> pattern) -> pattern.getValue().last())
            .reversed()
            .thenComparing(Map.Entry::getKey);

    private final Instant now;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private record Seen(int times, Instant last) {

        Seen again(Instant at) {
            return new Seen(times + 1, at.isAfter(last) ? at : last);
        }
    }

    Patterns(Instant now) {
        this.now = now;
    }

    void add(LogEntry entry) {
        if (entry.teaches() && !entry.at().isBefore(now.minus(KEPT))) {
            seen.merge(
                    entry.agent() + ": " + entry.reason(),
                    new Seen(1, entry.at()),
                    (known, one) -> known.again(one.last()));
        }
    }

    /** Those seen last first. */
    List<String> lines() {
        return seen.entrySet().stream()
                .sorted(LAST_FIRST)
                .limit(MOST)
                .map(pattern -> pattern.getKey() + " (" + pattern.getValue().times() + "x)")
                .toList();
    }
}
