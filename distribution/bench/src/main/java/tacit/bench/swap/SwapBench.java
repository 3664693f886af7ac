package tacit.bench.swap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tacit.bench.Bench;
import tacit.bench.Options;

/** Replaces a provider again and again under load, in the way of the harness and in the usual ways. */
public final class SwapBench implements Bench {

    private static final int SWAPS = 1000;
    private static final int THREADS = 4;

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public String usage() {
        return "swap [--swaps 1000] [--threads 4] [--configuration] [--strategy NAME | --bundles adapt|NAME]: calls lost while a"
                + " provider is replaced";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(
                arguments,
                List.of("--swaps", "--threads", "--strategy", "--bundles"),
                List.of("--configuration", "--same-process"));
        int threads = options.number("--threads", THREADS);
        String bundles = options.text("--bundles", "");
        if (!bundles.isEmpty()) {
            return AdaptBundles.swapped(bundles, options.number("--swaps", AdaptBundles.SWAPS), threads);
        }
        int swaps = options.number("--swaps", SWAPS);
        String only = options.text("--strategy", "");
        List<Object> figures = new ArrayList<>();
        for (Entry entry : entries(options.has("--configuration"))) {
            if (!only.isEmpty() && !only.equals(entry.name())) {
                continue;
            }
            if (options.has("--same-process")) {
                figures.add(inThisProcess(entry, swaps, threads));
            } else {
                figures.addAll(inOwnProcess(entry.name(), arguments));
            }
        }
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("--strategy must be one of the strategies, got '" + only + "'");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("strategies", figures);
        return all;
    }

    private static Map<String, Object> inThisProcess(Entry entry, int swaps, int threads) throws Exception {
        try (SwapStrategy strategy = entry.factory().open()) {
            return new SwapRun(strategy, swaps, threads).figures();
        }
    }

    private static Collection<?> inOwnProcess(String strategy, List<String> arguments) throws Exception {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--strategy", strategy, "--same-process"));
        return (Collection<?>) Objects.requireNonNull(OwnProcess.run(all).get("strategies"), "strategies");
    }

    private static List<Entry> entries(boolean configuration) {
        return List.of(
                new Entry("lease", () -> Lease.cold(configuration)),
                new Entry("lease-warm", () -> Lease.warm(configuration)),
                new Entry("update-in-place", () -> new UpdateInPlace(configuration)),
                new Entry("service-ranking", () -> SideBySide.ranking(configuration)),
                new Entry("static-greedy", () -> SideBySide.greedy(configuration)));
    }

    private record Entry(String name, Factory factory) {}

    /** Opens a strategy with its first provider in place. */
    private interface Factory {
        SwapStrategy open() throws Exception;
    }
}
