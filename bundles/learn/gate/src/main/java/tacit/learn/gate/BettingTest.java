package tacit.learn.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryDecision;
import tacit.api.gate.CanaryState;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.gate.CanaryState.Tallies;
import tacit.api.gate.SequentialTest;

/**
 * An e-process for two shares of success.
 *
 * <p>Cases fall into blocks as they come: a block ends when each arm has {@value #SMALLER_ARM} cases or more in it. Given
 * how many cases of a block succeeded, their split between the arms follows Fisher's noncentral hypergeometric
 * distribution, whose one parameter is the odds ratio: how easy the cases of the block were no longer matters. The
 * likelihood ratio of an odds ratio above 1 against 1 is on average 1 where the arms are alike, and less where the
 * candidate is worse; so are products of it over blocks, and the mean of such products over several odds ratios.
 * By Ville's inequality that mean ever reaches {@code 2 / alpha} with a chance of at most {@code alpha / 2}; the same
 * bets the other way round find a worse candidate.
 */
@Component
public final class BettingTest implements SequentialTest {

    static final int SMALLER_ARM = 5;

    /** The logarithms of the odds ratios that are bet on: from 50 % against 52.5 % to 50 % against 83 %. */
    private static final double[] EFFECTS = {0.1, 0.2, 0.4, 0.8, 1.6};

    /** Beyond this an e-value would no longer be finite. */
    private static final double MOST_LOG = 700;

    @Activate
    public BettingTest() {}

    @Override
    public CanaryState next(CanaryState state, Arm arm, boolean success) {
        Tallies totals = state.totals().and(arm, success);
        Tallies block = state.open().and(arm, success);
        List<Double> bets = checked(state.bets());
        return complete(block)
                ? judged(state, totals, settled(bets, block))
                : new CanaryState(
                        state.alpha(), totals, block, bets, state.improved(), state.worsened(), state.decision());
    }

    private static List<Double> checked(List<Double> bets) {
        if (bets.isEmpty()) {
            return Collections.nCopies(2 * EFFECTS.length, 0.0);
        }
        if (bets.size() != 2 * EFFECTS.length) {
            throw new IllegalArgumentException(
                    "bets must be " + 2 * EFFECTS.length + " or none, got " + bets.size() + ": another test made them");
        }
        return bets;
    }

    private static boolean complete(Tallies block) {
        return Math.min(block.baseline().cases(), block.candidate().cases()) >= SMALLER_ARM;
    }

    /** The bets on a better candidate come first, then those on a worse one. */
    private static List<Double> settled(List<Double> bets, Tallies block) {
        List<Double> settled = new ArrayList<>();
        for (int i = 0; i < bets.size(); i++) {
            double effect = EFFECTS[i % EFFECTS.length];
            settled.add(bets.get(i) + logRatio(block, i < EFFECTS.length ? effect : -effect));
        }
        return settled;
    }

    /** The logarithm of how much likelier an odds ratio makes the split of a block than none does. */
    static double logRatio(Tallies block, double logOdds) {
        ArmTally candidate = block.candidate();
        ArmTally baseline = block.baseline();
        int successes = candidate.successes() + baseline.successes();
        double ways = 1;
        double all = 0;
        double weighted = 0;
        for (int split = Math.max(0, successes - baseline.cases());
                split <= Math.min(candidate.cases(), successes);
                split++) {
            all += ways;
            weighted += ways * Math.exp(logOdds * (split - candidate.successes()));
            // From the number of ways to one split, relative to the first, to that of the next
            ways *= (double) (candidate.cases() - split)
                    / (split + 1)
                    * (successes - split)
                    / (baseline.cases() - successes + split + 1);
        }
        return Math.log(all / weighted);
    }

    private static CanaryState judged(CanaryState state, Tallies totals, List<Double> bets) {
        double improved = mean(bets.subList(0, EFFECTS.length));
        double worsened = mean(bets.subList(EFFECTS.length, bets.size()));
        CanaryDecision decision = state.decided() ? state.decision() : decision(improved, worsened, 2 / state.alpha());
        return new CanaryState(state.alpha(), totals, Tallies.NONE, bets, improved, worsened, decision);
    }

    private static CanaryDecision decision(double improved, double worsened, double needed) {
        if (improved >= needed) {
            return CanaryDecision.IMPROVED;
        }
        return worsened >= needed ? CanaryDecision.WORSENED : CanaryDecision.UNDECIDED;
    }

    private static double mean(List<Double> logs) {
        return logs.stream()
                .mapToDouble(log -> Math.exp(Math.min(MOST_LOG, log)))
                .average()
                .orElseThrow();
    }
}
