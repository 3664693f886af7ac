package tacit.learn.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;

/** Generations in memory, of which the last is in force. */
final class ListGenerations implements Generations {

    final List<Generation> all = new ArrayList<>();

    /** Adds one with these rules, made from the one in force. */
    void add(@Nullable String experimentId, String... rules) {
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        settings.put(GenerationRules.PID, new TreeMap<>(Map.of(GenerationRules.KEY, String.join("\n", rules))));
        long number = all.size() + 1L;
        all.add(new Generation(
                number,
                number == 1 ? null : number - 1,
                Instant.EPOCH,
                "ada",
                "why",
                new TreeMap<>(),
                settings,
                experimentId));
    }

    @Override
    public Optional<Generation> active() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public List<Generation> list() {
        return List.copyOf(all);
    }

    @Override
    public List<LedgerEntry> history() {
        return List.of();
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw new UnsupportedOperationException();
    }
}
