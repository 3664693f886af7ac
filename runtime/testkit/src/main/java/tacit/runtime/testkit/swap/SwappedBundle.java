package tacit.runtime.testkit.swap;

import java.util.Arrays;

/**
 * What the swaps of one bundle did to its callers and its state. Immutable.
 *
 * @param bundle its symbolic name
 * @param swaps how often a new version was activated
 * @param calls calls of all roles meanwhile
 * @param ownCalls those of its own roles
 * @param failed calls, of whichever role, that threw or were answered otherwise than they must
 * @param swapMs median, 99th percentile and longest activation in milliseconds
 * @param worstCallMs the longest call of its own roles in milliseconds
 * @param documents how many documents were compared
 * @param stateKept whether all of them are, byte for byte, what they were
 * @param problem why calls failed or what changed; empty for nothing
 */
public record SwappedBundle(
        String bundle,
        int swaps,
        long calls,
        long ownCalls,
        long failed,
        Spread swapMs,
        double worstCallMs,
        int documents,
        boolean stateKept,
        String problem) {

    private static final String BETWEEN = "\t";

    /** Milliseconds. */
    public record Spread(double p50, double p99, double max) {

        static Spread of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Spread(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        }

        private static double at(long[] sorted, double share) {
            return rounded(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6);
        }
    }

    static double rounded(double millis) {
        return Math.round(millis * 1000) / 1000.0;
    }

    String line() {
        return String.join(
                BETWEEN,
                bundle,
                "" + swaps,
                "" + calls,
                "" + ownCalls,
                "" + failed,
                "" + swapMs.p50(),
                "" + swapMs.p99(),
                "" + swapMs.max(),
                "" + worstCallMs,
                "" + documents,
                "" + stateKept,
                problem);
    }

    static SwappedBundle read(String line) {
        String[] fields = line.split(BETWEEN, -1);
        return new SwappedBundle(
                fields[0],
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                new Spread(Double.parseDouble(fields[5]), Double.parseDouble(fields[6]), Double.parseDouble(fields[7])),
                Double.parseDouble(fields[8]),
                Integer.parseInt(fields[9]),
                Boolean.parseBoolean(fields[10]),
                fields[11]);
    }
}
