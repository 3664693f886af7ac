package tacit.bench.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifact;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;

/** A harness whose only role is the heartbeat. */
final class OneHarness implements Generations {

    private final Generation only;

    OneHarness(String sha256) {
        only = new Generation(
                1,
                null,
                Instant.EPOCH,
                "bench",
                "measured",
                new TreeMap<>(Map.of("heartbeat", new Artifact("tacit.pulse.heartbeat", "1.0.0", sha256))),
                new TreeMap<>(),
                null);
    }

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
        throw new UnsupportedOperationException("A benchmark changes nothing");
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        throw new UnsupportedOperationException("A benchmark changes nothing");
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        throw new UnsupportedOperationException("A benchmark changes nothing");
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        throw new UnsupportedOperationException("A benchmark changes nothing");
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw new UnsupportedOperationException("A benchmark changes nothing");
    }
}
