package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How well learning goes, at one time. Immutable.
 *
 * @param computedAt when
 * @param daysTogether whole days since the first run
 * @param tasksCompleted runs that came to their end
 * @param metrics the five of {@link EvolutionMetric}, in the order of its constants
 * @param overallScore in [0, 100]; 50 says nothing
 * @param generations success by state of the harness, the lowest number first and runs without one last
 */
public record EvolutionSnapshot(
        Instant computedAt,
        long daysTogether,
        long tasksCompleted,
        List<EvolutionMetric> metrics,
        int overallScore,
        List<GenerationSuccess> generations) {

    public EvolutionSnapshot {
        Objects.requireNonNull(computedAt, "computedAt");
        metrics = List.copyOf(metrics);
        generations = List.copyOf(generations);
        if (overallScore < 0 || overallScore > 100) {
            throw new IllegalArgumentException("overallScore must be in [0, 100], got " + overallScore);
        }
    }

    /** One of its metrics. */
    public Optional<EvolutionMetric> metric(String id) {
        return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }
}
