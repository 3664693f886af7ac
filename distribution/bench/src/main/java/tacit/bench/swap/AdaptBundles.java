package tacit.bench.swap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tacit.bench.Folders;
import tacit.runtime.testkit.swap.BundleSwaps;
import tacit.runtime.testkit.swap.SwappedBundle;

/** Swaps the bundles that adapt in a host of the image, and compares what they know before and after. */
final class AdaptBundles {

    static final int SWAPS = 100;

    private AdaptBundles() {}

    static Map<String, Object> swapped(String bundles, int swaps, int threads) throws Exception {
        Path image = Path.of(System.getProperty("tacit.home", "distribution/target/tacit"));
        Path work = Files.createTempDirectory("tacit-swaps");
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put(
                    "bundles",
                    BundleSwaps.run(image, work, bundles, swaps, threads).stream()
                            .map(AdaptBundles::figures)
                            .toList());
            return figures;
        } finally {
            Folders.delete(work);
        }
    }

    static Map<String, Object> figures(SwappedBundle row) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bundle", row.bundle());
        figures.put("swaps", row.swaps());
        figures.put("calls", row.calls());
        figures.put("ownCalls", row.ownCalls());
        figures.put("failedCalls", row.failed());
        figures.put("swapMs", spread(row.swapMs()));
        figures.put("worstCallMs", row.worstCallMs());
        figures.put("documents", row.documents());
        figures.put("stateKept", row.stateKept());
        if (!row.problem().isEmpty()) {
            figures.put("problem", row.problem());
        }
        return figures;
    }

    private static Map<String, Object> spread(SwappedBundle.Spread millis) {
        Map<String, Object> spread = new LinkedHashMap<>();
        spread.put("p50", millis.p50());
        spread.put("p99", millis.p99());
        spread.put("max", millis.max());
        return spread;
    }
}
