package tacit.adapt.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;

/**
 * What to compare with: the oldest snapshot of the window that is at least a week old. Immutable.
 *
 * @param snapshot null while there is none
 */
record Past(@Nullable EvolutionSnapshot snapshot) {

    private static final Duration YOUNGEST = Duration.ofDays(7);

    static Past of(List<EvolutionSnapshot> kept, Instant now, Duration window) {
        return new Past(kept.stream()
                .filter(one -> !one.computedAt().isBefore(now.minus(window)))
                .filter(one -> !one.computedAt().isAfter(now.minus(YOUNGEST)))
                .min(Comparator.comparing(EvolutionSnapshot::computedAt))
                .orElse(null));
    }

    private Optional<EvolutionMetric> metric(String id) {
        return Optional.ofNullable(snapshot).flatMap(one -> one.metric(id));
    }

    /** By how much a value is more than it was; null where nothing is known of before. */
    @Nullable
    Double change(String id, long value) {
        return metric(id).map(before -> value - before.value()).orElse(null);
    }

    @Nullable
    Estimate share(String id) {
        return metric(id).map(EvolutionMetric::estimate).orElse(null);
    }
}
