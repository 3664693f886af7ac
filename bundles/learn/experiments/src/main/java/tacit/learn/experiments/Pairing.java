package tacit.learn.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.PairedOutcome;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;

/**
 * What each case did under both arms. Immutable.
 *
 * @param pairs the cases that both arms answered, in the order in which they were asked
 * @param unanswerable cases of which nothing is known
 */
record Pairing(List<PairedOutcome> pairs, int unanswerable) {

    /**
     * Pairs the first answer of each arm; what was asked again only shows whether an arm agrees with itself.
     *
     * @param left ids of cases that do not count
     * @param floor shorter times are the machine's noise, so they count as this long
     */
    static Pairing of(List<ReplayRun> runs, Set<String> left, Duration floor) {
        Map<String, ReplayRun> before = first(runs, Arm.BASELINE);
        Map<String, ReplayRun> after = first(runs, Arm.CANDIDATE);
        List<PairedOutcome> pairs = new ArrayList<>();
        int unanswerable = 0;
        for (Map.Entry<String, ReplayRun> entry : before.entrySet()) {
            Optional<ReplayRun> other = Optional.ofNullable(after.get(entry.getKey()));
            if (left.contains(entry.getKey())) {
                continue;
            }
            if (other.isEmpty() || unknown(entry.getValue()) || unknown(other.get())) {
                unanswerable++;
            } else {
                pairs.add(new PairedOutcome(
                        entry.getKey(), outcome(entry.getValue(), floor), outcome(other.get(), floor)));
            }
        }
        return new Pairing(List.copyOf(pairs), unanswerable);
    }

    /**
     * Pairs cases that were executed in the world: every run of a case is a trial of it, so repeats stay together.
     *
     * @param floor shorter times are the machine's noise, so they count as this long
     */
    static Pairing ofTrials(List<ReplayRun> runs, Duration floor) {
        Map<String, List<ReplayRun>> before = trials(runs, Arm.BASELINE);
        Map<String, List<ReplayRun>> after = trials(runs, Arm.CANDIDATE);
        List<PairedOutcome> pairs = new ArrayList<>();
        before.forEach((id, trials) -> {
            List<ReplayRun> others = after.getOrDefault(id, List.of());
            if (!trials.isEmpty() && !others.isEmpty()) {
                pairs.add(new PairedOutcome(id, outcome(trials, floor), outcome(others, floor)));
            }
        });
        return new Pairing(List.copyOf(pairs), before.size() - pairs.size());
    }

    Pairing and(Pairing other) {
        List<PairedOutcome> all = new ArrayList<>(pairs);
        all.addAll(other.pairs);
        return new Pairing(List.copyOf(all), unanswerable + other.unanswerable);
    }

    /** What nobody knows the outcome of is no trial, but its case was asked. */
    private static Map<String, List<ReplayRun>> trials(List<ReplayRun> runs, Arm arm) {
        Map<String, List<ReplayRun>> trials = new LinkedHashMap<>();
        for (ReplayRun run : runs) {
            if (run.arm() == arm) {
                List<ReplayRun> known = trials.computeIfAbsent(run.caseId(), id -> new ArrayList<>());
                if (!unknown(run)) {
                    known.add(run);
                }
            }
        }
        return trials;
    }

    /** Tokens count where every trial says them. */
    private static ArmOutcome outcome(List<ReplayRun> trials, Duration floor) {
        long nanos = 0;
        double tokens = 0;
        boolean told = true;
        for (ReplayRun trial : trials) {
            nanos += trial.took().toNanos() / trials.size();
            Long used = trial.tokens();
            told &= used != null;
            tokens += used == null ? 0 : (double) used / trials.size();
        }
        Duration took = Duration.ofNanos(Math.max(nanos, floor.toNanos()));
        int passed = (int)
                trials.stream().filter(run -> run.outcome() == Outcome.PASSED).count();
        return new ArmOutcome(passed, trials.size(), took, told ? tokens : null);
    }

    private static Map<String, ReplayRun> first(List<ReplayRun> runs, Arm arm) {
        Map<String, ReplayRun> first = new LinkedHashMap<>();
        runs.stream().filter(run -> run.arm() == arm).forEach(run -> first.putIfAbsent(run.caseId(), run));
        return first;
    }

    private static boolean unknown(ReplayRun run) {
        return run.outcome() == Outcome.UNANSWERABLE;
    }

    private static ArmOutcome outcome(ReplayRun run, Duration floor) {
        Duration took = run.took().compareTo(floor) < 0 ? floor : run.took();
        Long tokens = run.tokens();
        return new ArmOutcome(
                run.outcome() == Outcome.PASSED ? 1 : 0, 1, took, tokens == null ? null : tokens.doubleValue());
    }
}
