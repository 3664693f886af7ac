package tacit.bench.swap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Swaps one strategy under load and counts what its callers saw. */
final class SwapRun {

    /** Loads and compiles what later swaps only run; calls that fail meanwhile count all the same. */
    private static final int WARM_UP = 30;

    private static final int CALLS_BETWEEN = 25;

    private final SwapStrategy strategy;
    private final int swaps;
    private final int threads;
    private final LoaderWatch loaders = new LoaderWatch();
    private int swapsWithFailures;

    SwapRun(SwapStrategy strategy, int swaps, int threads) {
        this.strategy = strategy;
        this.swaps = swaps;
        this.threads = threads;
    }

    Map<String, Object> figures() throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("strategy", strategy.name());
        figures.put("swaps", swaps);
        try (Callers callers = Callers.start(strategy, threads)) {
            swap(callers, Math.min(WARM_UP, swaps));
            swapsWithFailures = 0;
            Resources before = callers.resources();
            callers.measure();
            long[] nanos = swap(callers, swaps);
            double worst = callers.worstMillis();
            Resources after = callers.resources();
            figures.put("calls", callers.calls());
            figures.put("failedCalls", callers.failed());
            figures.put("swapsWithFailures", swapsWithFailures);
            figures.put("swapMs", percentiles(nanos));
            figures.put("worstCallMs", rounded(worst));
            figures.put("heapGrowthMb", after.megabytesSince(before));
            figures.put("threadsBefore", before.threads());
            figures.put("threadsAfter", after.threads());
        }
        figures.put("leakedClassLoaders", loaders.leaked(strategy.loaders()));
        return figures;
    }

    private long[] swap(Callers callers, int times) throws Exception {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            callers.awaitEach(CALLS_BETWEEN);
            long failed = callers.failed();
            long begun = System.nanoTime();
            strategy.swap();
            nanos[i] = System.nanoTime() - begun;
            callers.awaitEach(1);
            swapsWithFailures += callers.failed() > failed ? 1 : 0;
            loaders.see(strategy.loaders());
        }
        return nanos;
    }

    static Map<String, Object> percentiles(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("p50", rounded(at(sorted, 0.50) / 1e6));
        figures.put("p99", rounded(at(sorted, 0.99) / 1e6));
        figures.put("max", rounded(at(sorted, 1) / 1e6));
        return figures;
    }

    /** The smallest value that at least this share of all is not above. */
    private static long at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static double rounded(double millis) {
        return Math.round(millis * 1000) / 1000.0;
    }
}
