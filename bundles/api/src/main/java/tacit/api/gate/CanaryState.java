package tacit.api.gate;

import java.util.List;
import java.util.Objects;

/**
 * How far a sequential test has come. Immutable; all that is needed to store a test and to continue it elsewhere.
 *
 * <p>An e-value is the factor by which a bet against "the candidate is no better" (or "no worse") has multiplied its
 * stake: on average at most 1 as long as that is true, so that it ever reaches {@code x} with a chance of at most
 * {@code 1 / x}.
 *
 * @param alpha the chance, in (0, 0.5], of ever deciding anything while there is no difference
 * @param totals all cases so far
 * @param open the cases of the block that is not complete yet; they are not in the evidence so far
 * @param bets the evidence in logarithms, in an order that the test alone knows; empty before the first case
 * @param improved the e-value for a better candidate, finite and not negative
 * @param worsened the e-value for a worse candidate, finite and not negative
 * @param decision what has been decided; it stays as it is, whatever comes later
 */
public record CanaryState(
        double alpha,
        Tallies totals,
        Tallies open,
        List<Double> bets,
        double improved,
        double worsened,
        CanaryDecision decision) {

    /** The side that answered a case. */
    public enum Arm {
        BASELINE,
        CANDIDATE
    }

    /** What both arms did. Immutable. */
    public record Tallies(ArmTally baseline, ArmTally candidate) {

        /** Two arms that have answered nothing yet. */
        public static final Tallies NONE = new Tallies(ArmTally.NONE, ArmTally.NONE);

        public Tallies {
            Objects.requireNonNull(baseline, "baseline");
            Objects.requireNonNull(candidate, "candidate");
        }

        /** The same arms after one more case of one of them. */
        public Tallies and(Arm arm, boolean success) {
            return switch (arm) {
                case BASELINE -> new Tallies(baseline.and(success), candidate);
                case CANDIDATE -> new Tallies(baseline, candidate.and(success));
            };
        }
    }

    public CanaryState {
        if (!(alpha > 0 && alpha <= 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5], got " + alpha);
        }
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(decision, "decision");
        bets = List.copyOf(bets);
        check("improved", improved);
        check("worsened", worsened);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and not negative, got " + value);
        }
    }

    /** A test without cases. */
    public static CanaryState start(double alpha) {
        return new CanaryState(alpha, Tallies.NONE, Tallies.NONE, List.of(), 1, 1, CanaryDecision.UNDECIDED);
    }

    public boolean decided() {
        return decision != CanaryDecision.UNDECIDED;
    }
}
