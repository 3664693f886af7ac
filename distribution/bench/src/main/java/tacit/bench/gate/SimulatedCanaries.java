package tacit.bench.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import tacit.api.gate.CanaryDecision;
import tacit.api.gate.CanaryState;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.gate.SequentialTest;

/** Canaries of made-up cases, looked at after each case until they decide or the horizon is reached. */
final class SimulatedCanaries {

    private static final double ALPHA = 0.05;
    private static final int HORIZON = 2_000;
    private static final int FEW = 900;
    /** Far beyond what any of these needs, so that medians are of decisions. */
    private static final int UNTIL_DECIDED = 100_000;

    private final SequentialTest test;
    private final int simulations;

    SimulatedCanaries(SequentialTest test, int simulations) {
        this.test = test;
        this.simulations = simulations;
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("alpha", ALPHA);
        figures.put("simulations", simulations);
        figures.put("horizon", HORIZON);
        figures.put("falseStops", falseStops(0.5, 0.5));
        figures.put("falseStopsAtTenPercent", falseStops(0.5, 0.1));
        figures.put("falseStopsOfEasyWork", falseStops(0.9, 0.5));
        figures.put("improved", found(0.6, CanaryDecision.IMPROVED));
        figures.put("worsened", found(0.4, CanaryDecision.WORSENED));
        return figures;
    }

    /** The share of canaries that decide anything where both arms succeed equally often. */
    double falseStops(double chance, double share) {
        return share(all(chance, chance, share, HORIZON), CanaryState::decided);
    }

    /** What becomes of canaries against a baseline that succeeds half the time. */
    Map<String, Object> found(double after, CanaryDecision right) {
        List<CanaryState> canaries = all(0.5, after, 0.5, UNTIL_DECIDED);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("before", 0.5);
        figures.put("after", after);
        figures.put("decidedWithin900", share(canaries, state -> state.decision() == right && cases(state) <= FEW));
        figures.put("wrong", share(canaries, state -> state.decided() && state.decision() != right));
        figures.put("medianCases", median(canaries));
        return figures;
    }

    private List<CanaryState> all(double before, double after, double share, int horizon) {
        return LongStream.range(0, simulations)
                .mapToObj(seed -> run(before, after, share, horizon, new SplittableRandom(seed)))
                .toList();
    }

    private CanaryState run(double before, double after, double share, int horizon, SplittableRandom random) {
        CanaryState state = CanaryState.start(ALPHA);
        while (!state.decided() && fewer(state) < horizon) {
            Arm arm = random.nextDouble() < share ? Arm.CANDIDATE : Arm.BASELINE;
            state = test.next(state, arm, random.nextDouble() < (arm == Arm.CANDIDATE ? after : before));
        }
        return state;
    }

    private static int fewer(CanaryState state) {
        return Math.min(
                state.totals().baseline().cases(), state.totals().candidate().cases());
    }

    /** The cases of the arm that has more. */
    private static int cases(CanaryState state) {
        return Math.max(
                state.totals().baseline().cases(), state.totals().candidate().cases());
    }

    private static double share(List<CanaryState> canaries, Predicate<CanaryState> kind) {
        return (double) canaries.stream().filter(kind).count() / canaries.size();
    }

    private static int median(List<CanaryState> canaries) {
        return canaries.stream()
                .mapToInt(SimulatedCanaries::cases)
                .sorted()
                .skip(canaries.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
