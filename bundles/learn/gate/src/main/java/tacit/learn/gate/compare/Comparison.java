package tacit.learn.gate.compare;

import java.util.ArrayList;
import java.util.List;
import tacit.api.gate.Gate;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;

/** Two batches over the same tasks, and what the gate says of them. */
record Comparison(Batch baseline, Batch candidate, GateSettings settings, Verdict verdict) {

    /**
     * Pairs the runs of each candidate with those of the baseline by task, and judges the candidates as rivals.
     *
     * @throws IllegalArgumentException when a candidate has no task in common with the baseline
     */
    static List<Comparison> of(Batch baseline, List<Batch> candidates, Gate gate, GateSettings settings) {
        List<List<PairedOutcome>> rivals = candidates.stream()
                .map(candidate -> outcomes(baseline, candidate))
                .toList();
        List<Verdict> verdicts = gate.judgeRivals(rivals, settings);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            comparisons.add(new Comparison(baseline, candidates.get(i), settings, verdicts.get(i)));
        }
        return List.copyOf(comparisons);
    }

    private static List<PairedOutcome> outcomes(Batch baseline, Batch candidate) {
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
        return shared.stream()
                .filter(task -> baseline.judged(task) && candidate.judged(task))
                .map(task -> new PairedOutcome(task, baseline.outcome(task), candidate.outcome(task)))
                .toList();
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
