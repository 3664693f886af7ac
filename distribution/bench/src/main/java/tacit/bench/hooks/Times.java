package tacit.bench.hooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long runs took.
 *
 * @param nanos of each run, the shortest first; at least one
 */
record Times(List<Long> nanos) {

    Times {
        nanos = nanos.stream().sorted().toList();
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("nanos must not be empty");
        }
    }

    /** Milliseconds that this share of the runs did not exceed. */
    double millis(double share) {
        int index = (int) Math.ceil(share * nanos.size()) - 1;
        return Math.round(nanos.get(Math.max(0, index)) / 1e5) / 10.0;
    }

    Map<String, Object> row(String what) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("runs", nanos.size());
        row.put("p50Ms", millis(0.5));
        row.put("p95Ms", millis(0.95));
        row.put("p99Ms", millis(0.99));
        return row;
    }
}
