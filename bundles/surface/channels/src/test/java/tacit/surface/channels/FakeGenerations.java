package tacit.surface.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifact;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;

/** Says which roles the active generation has, and does nothing else. */
final class FakeGenerations implements Generations {

    private long number;
    private @Nullable Generation active;

    void activate(String... roles) {
        SortedMap<String, Artifact> filled = new TreeMap<>();
        for (String role : roles) {
            filled.put(role, new Artifact("sample." + role.replace('/', '.'), "1.0.0", "0".repeat(64)));
        }
        number++;
        active = new Generation(number, null, Instant.EPOCH, "test", "test", filled, new TreeMap<>(), null);
    }

    @Override
    public Optional<Generation> active() {
        return Optional.ofNullable(active);
    }

    @Override
    public List<Generation> list() {
        throw unasked();
    }

    @Override
    public List<LedgerEntry> history() {
        throw unasked();
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        throw unasked();
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        throw unasked();
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        throw unasked();
    }

    @Override
    public ActivationReport rollBack(Optional<Long> wanted, String by, String reason) {
        throw unasked();
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw unasked();
    }

    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("Nobody asks this here");
    }
}
