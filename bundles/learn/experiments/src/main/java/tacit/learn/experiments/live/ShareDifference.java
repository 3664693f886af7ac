package tacit.learn.experiments.live;

import tacit.api.gate.ArmTally;

/**
 * The 95 % interval of the difference of two shares, by Newcombe's hybrid of Wilson's score intervals. Immutable.
 *
 * @param low in [-1, 1]
 * @param high in [-1, 1]
 */
record ShareDifference(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** Of the later share less the earlier one; everything from -1 to 1 while one of them has no cases. */
    static ShareDifference of(ArmTally before, ArmTally after) {
        if (before.cases() == 0 || after.cases() == 0) {
            return new ShareDifference(-1, 1);
        }
        double difference = after.share() - before.share();
        double down = Math.hypot(after.share() - wilson(after, -1), wilson(before, 1) - before.share());
        double up = Math.hypot(wilson(after, 1) - after.share(), before.share() - wilson(before, -1));
        return new ShareDifference(Math.max(-1, difference - down), Math.min(1, difference + up));
    }

    /** One end of the score interval of a share. */
    private static double wilson(ArmTally tally, int side) {
        double n = tally.cases();
        double share = tally.share();
        double middle = share + Z * Z / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return (middle + side * half) / (1 + Z * Z / n);
    }
}
