package tacit.bench.swap;

import java.lang.management.ManagementFactory;

/**
 * What the process holds at one moment.
 *
 * @param heapBytes in use after collection
 * @param threads alive
 */
record Resources(long heapBytes, int threads) {

    private static final int COLLECTIONS = 4;

    static Resources now() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return new Resources(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    double megabytesSince(Resources before) {
        return Math.round((heapBytes - before.heapBytes) / 1e4) / 100.0;
    }
}
