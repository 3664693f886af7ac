package tacit.api.gate;

/**
 * How much of what worked a candidate breaks. Immutable.
 *
 * <p>Counts are those expected when one trial of each case is drawn under each arm: with one trial each they are whole,
 * and where trials repeat they do not grow with the number of repeats.
 *
 * @param passedBefore cases that passed under the baseline
 * @param broken those of them that failed under the candidate
 * @param budget the share that may break, in [0, 1)
 * @param noise whether {@code budget} is the noise of the baseline, because that is above the budget that was set
 * @param pValue the chance of so many broken cases or more if exactly the budget breaks
 */
public record Breakage(double passedBefore, double broken, double budget, boolean noise, double pValue) {

    /** The broken share of the cases that passed before; 0 when none passed. */
    public double share() {
        return passedBefore == 0 ? 0 : broken / passedBefore;
    }
}
