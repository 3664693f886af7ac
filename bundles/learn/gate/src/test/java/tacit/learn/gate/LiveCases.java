package tacit.learn.gate;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import tacit.api.gate.CanaryState;
import tacit.api.gate.CanaryState.Arm;

/** Made-up cases that come in one by one, with a look at the test after each. */
record LiveCases(IntToDoubleFunction before, IntToDoubleFunction after, IntToDoubleFunction share) {

    static LiveCases of(double before, double after, double share) {
        return new LiveCases(i -> before, i -> after, i -> share);
    }

    /** Stops at the first decision, or when both arms have answered {@code horizon} cases. */
    CanaryState run(double alpha, int horizon, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BettingTest test = new BettingTest();
        CanaryState state = CanaryState.start(alpha);
        for (int i = 0; !state.decided() && fewest(state) < horizon; i++) {
            boolean candidate = random.nextDouble() < share.applyAsDouble(i);
            double chance = (candidate ? after : before).applyAsDouble(i);
            state = test.next(state, candidate ? Arm.CANDIDATE : Arm.BASELINE, random.nextDouble() < chance);
        }
        return state;
    }

    private static int fewest(CanaryState state) {
        return Math.min(
                state.totals().baseline().cases(), state.totals().candidate().cases());
    }

    static int most(CanaryState state) {
        return Math.max(
                state.totals().baseline().cases(), state.totals().candidate().cases());
    }
}
