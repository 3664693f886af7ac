package tacit.runtime.testkit.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Makes state, lets callers ask, swaps one bundle after the other, and compares. */
final class SwapRound {

    private static final int CALLS_BETWEEN = 12;
    private static final int LOOKS = 60;
    private static final long BETWEEN_LOOKS_NANOS = 500_000_000;

    private final Facades facades;
    private final Swapper swapper;
    private final Runs runs;
    private final KeptState state;

    SwapRound(Facades facades) {
        this.facades = facades;
        swapper = new Swapper(facades);
        runs = new Runs(facades);
        state = new KeptState(facades);
    }

    /** Swaps the bundles whose name it is, or all for {@code adapt}. */
    List<SwappedBundle> run(String bundles, int swaps, int threads) {
        swapper.set("tacit.adapt.style.StoredStyle", Map.of("enabled", "true", "max.drift.per.week", "5"));
        List<Part> parts = List.of(
                new StylePart(facades),
                new PersonaPart(facades),
                new SkillsPart(facades),
                new FeedbackPart(facades),
                new MetricsPart(facades),
                new ProgressPart(facades, runs),
                new ChannelPart(facades, "webhook"),
                new ChannelPart(facades, "email"));
        runs.make();
        parts.forEach(Part::make);
        List<String> kept = settled();
        List<SwappedBundle> rows = new ArrayList<>();
        try (Callers callers = new Callers(parts, threads)) {
            for (Part part : parts) {
                if (bundles.equals(BundleSwaps.ALL) || bundles.equals(part.bundle())) {
                    rows.add(swap(part.bundle(), swaps, callers, kept));
                }
            }
        }
        return rows;
    }

    /** The state once the host has led on what was made: the same at two looks, and no run waits to be learnt from. */
    private List<String> settled() {
        List<String> before = List.of();
        for (int look = 0; look < LOOKS; look++) {
            runs.settle(Kept.ALL);
            List<String> now = state.documents();
            if (!now.isEmpty() && now.equals(before)) {
                return now;
            }
            before = now;
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        throw new IllegalStateException("Cannot begin: what was made still changes");
    }

    private SwappedBundle swap(String bundle, int swaps, Callers callers, List<String> kept) {
        Tally tally = callers.begin(bundle);
        long[] nanos = new long[swaps];
        for (int i = 0; i < swaps; i++) {
            callers.await(tally, CALLS_BETWEEN);
            nanos[i] = swapper.swap(bundle);
        }
        callers.await(tally, CALLS_BETWEEN);
        String difference = KeptState.difference(kept, state.documents());
        return new SwappedBundle(
                bundle,
                swaps,
                tally.calls(),
                tally.own(),
                tally.failed(),
                SwappedBundle.Spread.of(nanos),
                SwappedBundle.rounded(tally.worstMillis()),
                kept.size(),
                difference.isEmpty(),
                tally.words() + difference);
    }
}
