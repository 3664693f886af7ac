package tacit.learn.runs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;

/** A harness that never changes. */
final class OneGeneration implements Generations {

    private final Generation only = new Generation(
            1,
            null,
            Instant.EPOCH,
            "tacit",
            "first start",
            new TreeMap<>(),
            new TreeMap<>(Map.of("tacit.guard", new TreeMap<>(Map.of("rules", "old", "kept", "1")))),
            null);

    @Override
    public Optional<Generation> active() {
        return Optional.of(only);
    }

    @Override
    public List<Generation> list() {
        return List.of(only);
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
