package tacit.bench.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long calls took. Confined to one thread. */
public final class Latencies {

    private final List<Long> nanos = new ArrayList<>();

    /** Calls and measures. */
    public void time(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        nanos.add(System.nanoTime() - begin);
    }

    /** The time in milliseconds that this share of the calls did not exceed. */
    public double millis(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return Math.round(sorted.get(Math.max(rank, 1) - 1) / 10_000.0) / 100.0;
    }

    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("p50", millis(0.50));
        figures.put("p95", millis(0.95));
        figures.put("p99", millis(0.99));
        return figures;
    }
}
