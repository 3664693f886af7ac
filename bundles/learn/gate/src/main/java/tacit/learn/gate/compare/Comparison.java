package tacit.learn.gate.compare;

import java.util.List;
import tacit.api.gate.Gate;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;

/** Two batches over the same tasks, and what the gate says of them. */
record Comparison(Batch baseline, Batch candidate, GateSettings settings, Verdict verdict) {

    /**
     * Pairs the runs by task and judges them.
     *
     * @throws IllegalArgumentException when the batches have no task in common
     */
    static Comparison of(Batch baseline, Batch candidate, Gate gate, GateSettings settings) {
        List<String> shared = baseline.tasks().keySet().stream()
                .filter(candidate.tasks()::containsKey)
                .toList();
        if (shared.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot compare: no task ran in both batches ('%s' names %d tasks, '%s' %d)"
                            .formatted(
                                    baseline.name(),
                                    baseline.tasks().size(),
                                    candidate.name(),
                                    candidate.tasks().size()));
        }
        List<PairedOutcome> outcomes = shared.stream()
                .filter(task -> baseline.judged(task) && candidate.judged(task))
                .map(task -> new PairedOutcome(task, baseline.outcome(task), candidate.outcome(task)))
                .toList();
        return new Comparison(baseline, candidate, settings, gate.judge(outcomes, settings));
    }

    /** Tasks of the baseline that the candidate never ran. */
    long onlyInBaseline() {
        return only(baseline, candidate);
    }

    /** Tasks of the candidate that the baseline never ran. */
    long onlyInCandidate() {
        return only(candidate, baseline);
    }

    private static long only(Batch one, Batch other) {
        return one.tasks().keySet().stream()
                .filter(task -> !other.tasks().containsKey(task))
                .count();
    }
}
