package tacit.pulse.signals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals.Receipt;

/**
 * What became of a submission. Immutable.
 *
 * @param told what was told, those of crowded families as their families
 * @param results by key
 */
record Outcome(List<Told> told, Map<String, Result> results) {

    /**
     * What became of all with one key. Immutable.
     *
     * @param signal as it is now
     * @param before as it was; null for a new one
     */
    record Result(Signal signal, @Nullable Signal before) {

        /** Whether somebody should look sooner than before. */
        boolean isNews() {
            return before == null || signal.strength() > before.strength();
        }
    }

    /** The groups of new signals, once for each. */
    List<Group> added() {
        return firsts().stream()
                .filter(one -> result(one).before() == null)
                .map(Told::group)
                .toList();
    }

    /** New signals and stronger ones, in the order in which they were told. */
    List<Signal> news() {
        return firsts().stream()
                .map(this::result)
                .filter(Result::isNews)
                .map(Result::signal)
                .toList();
    }

    List<Receipt> receipts(int drafts) {
        List<List<Signal>> signals = new ArrayList<>();
        for (int i = 0; i < drafts; i++) {
            signals.add(new ArrayList<>());
        }
        int[] merged = new int[drafts];
        Set<String> seen = new HashSet<>();
        for (Told one : told) {
            Result result = result(one);
            signals.get(one.draft()).add(result.signal());
            if (!seen.add(one.key()) || result.before() != null) {
                merged[one.draft()]++;
            }
        }
        return IntStream.range(0, drafts)
                .mapToObj(i -> new Receipt(signals.get(i), merged[i]))
                .toList();
    }

    private List<Told> firsts() {
        Set<String> seen = new HashSet<>();
        return told.stream().filter(one -> seen.add(one.key())).toList();
    }

    private Result result(Told one) {
        return Objects.requireNonNull(results.get(one.key()), "result");
    }
}
