package tacit.adapt.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceTally;

/**
 * What counts of runs say. Immutable.
 *
 * @param tallies runs that are alike, with how many they are
 */
record Runs(List<TraceTally> tallies) {

    /** By number where it is one, and what has none last. */
    private static final Comparator<String> NUMBERS = Comparator.comparing(String::isEmpty)
            .thenComparing(name -> !name.matches("\\d{1,18}"))
            .thenComparingLong(name -> name.matches("\\d{1,18}") ? Long.parseLong(name) : 0)
            .thenComparing(Comparator.naturalOrder());

    Runs {
        tallies = List.copyOf(tallies);
    }

    long all() {
        return tallies.stream().mapToLong(TraceTally::traces).sum();
    }

    long completed() {
        return tallies.stream()
                .filter(tally -> tally.status() == TraceStatus.COMPLETED)
                .mapToLong(TraceTally::traces)
                .sum();
    }

    long succeeded() {
        return of(tallies, OutcomeLabel.SUCCESS);
    }

    long failed() {
        return of(tallies, OutcomeLabel.FAILURE);
    }

    private static long of(List<TraceTally> some, OutcomeLabel label) {
        return some.stream()
                .filter(tally -> tally.outcome() == label)
                .mapToLong(TraceTally::traces)
                .sum();
    }

    /** Whole days since the first that has a start; 0 when none has. */
    long days(Instant now) {
        return tallies.stream()
                .flatMap(tally -> Optional.ofNullable(tally.firstDay()).stream())
                .min(Comparator.naturalOrder())
                .map(first -> Math.max(0, Duration.between(first, now).toDays()))
                .orElse(0L);
    }

    /** How those under each state of the harness turned out. */
    List<GenerationSuccess> byGeneration(long leastSample) {
        Map<String, List<TraceTally>> groups = tallies.stream()
                .collect(Collectors.groupingBy(
                        tally -> tally.harnessGeneration() == null ? "" : tally.harnessGeneration(),
                        () -> new TreeMap<>(NUMBERS),
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> success(group.getKey(), group.getValue(), leastSample))
                .toList();
    }

    private static GenerationSuccess success(String generation, List<TraceTally> some, long leastSample) {
        long succeeded = of(some, OutcomeLabel.SUCCESS);
        long failed = of(some, OutcomeLabel.FAILURE);
        return new GenerationSuccess(
                generation.isEmpty() ? null : generation,
                succeeded,
                failed,
                Wilson.estimate(succeeded, succeeded + failed, leastSample));
    }
}
