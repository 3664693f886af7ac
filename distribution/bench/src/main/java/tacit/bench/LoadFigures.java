package tacit.bench;

import java.util.Arrays;

/** What a load of requests came to. */
record LoadFigures(long spans, long errors, long nanos, Latencies latencies) {

    /** The times to the answers, in order of length. */
    static final class Latencies {

        private final long[] nanos;

        Latencies(long[] nanos) {
            this.nanos = nanos.clone();
            Arrays.sort(this.nanos);
        }
    }

    int requests() {
        return latencies.nanos.length;
    }

    double spansPerSecond() {
        return spans * 1e9 / nanos;
    }

    /** The time within which that share of the requests was answered, in milliseconds to a tenth. */
    double percentileMillis(double share) {
        int rank = (int) Math.ceil(share * latencies.nanos.length);
        return Math.round(latencies.nanos[Math.max(0, rank - 1)] / 1e5) / 10.0;
    }
}
