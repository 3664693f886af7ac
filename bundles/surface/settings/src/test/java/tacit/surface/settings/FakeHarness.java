package tacit.surface.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.StepResult;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;

/** One swappable bundle in slot A of the style, whose activations succeed unless told otherwise. */
final class FakeHarness implements Harness, Generations {

    final List<ActivationRequest> requests = new ArrayList<>();

    @Nullable
    String refusal;

    private final List<LedgerEntry> ledger = new ArrayList<>();
    private SortedMap<String, SortedMap<String, String>> configurations = new TreeMap<>();

    @Override
    public List<RoleStatus> roles() {
        return List.of(new RoleStatus("style", "Style", "sample.style", "1.0.0", "ab", "A", 0, 0, 0, null));
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        requests.add(request);
        if (refusal != null) {
            return new ActivationReport(
                    1, 1, List.of(new StepResult(ActivationStep.SATISFY, "style", false, refusal, Duration.ZERO)));
        }
        configurations = new TreeMap<>(configurations);
        configurations.putAll(request.configurations());
        enter(LedgerEntry.Act.PROMOTED, ledger.size() + 1L, request.by(), request.reason());
        return new ActivationReport(1, 2, List.of());
    }

    private void enter(LedgerEntry.Act act, long number, String by, String reason) {
        Generation generation =
                new Generation(number, null, Instant.EPOCH, by, reason, new TreeMap<>(), configurations, null);
        long sequence = ledger.size() + 1L;
        Instant at = Instant.parse("2026-03-04T10:00:00Z").plusSeconds(sequence);
        ledger.add(new LedgerEntry(sequence, act, at, by, reason, generation, "0".repeat(64), "1".repeat(64)));
    }

    /** Activates settings, each as {@code PID:KEY=VALUE}, in place of all that there were. */
    void activate(String... settings) {
        configurations = new TreeMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("[:=]", 3);
            configurations.computeIfAbsent(parts[0], pid -> new TreeMap<>()).put(parts[1], parts[2]);
        }
        enter(LedgerEntry.Act.PROMOTED, ledger.size() + 1L, "ben", "an experiment");
    }

    /** Goes back to an entry of the ledger. */
    void rollBack(int sequence) {
        Generation generation = ledger.get(sequence - 1).generation();
        configurations = generation.configurations();
        enter(LedgerEntry.Act.ROLLED_BACK, generation.number(), "cleo", "it was better before");
    }

    @Override
    public Optional<Generation> active() {
        return Optional.of(
                new Generation(1, null, Instant.EPOCH, "test", "test", new TreeMap<>(), configurations, null));
    }

    @Override
    public HarnessView view() {
        throw unasked();
    }

    @Override
    public long unrecorded() {
        throw unasked();
    }

    @Override
    public List<String> alarms() {
        throw unasked();
    }

    @Override
    public List<Generation> list() {
        throw unasked();
    }

    @Override
    public List<LedgerEntry> history() {
        return List.copyOf(ledger);
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
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
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
