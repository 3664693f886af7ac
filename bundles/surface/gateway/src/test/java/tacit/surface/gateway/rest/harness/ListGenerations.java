package tacit.surface.gateway.rest.harness;

import java.time.Duration;
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
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.StepResult;

/** Generations in a list; a jar whose hash ends with 0 is refused. */
public final class ListGenerations implements Generations {

    public static final String OLD = "a".repeat(64);
    public static final String NEW = "b".repeat(64);
    public static final String BAD = "c".repeat(63) + "0";

    private final List<LedgerEntry> entries = new ArrayList<>();

    /** What was asked for last. */
    @Nullable
    ActivationRequest asked;

    public ListGenerations() {
        keep(
                LedgerEntry.Act.PROMOTED,
                generation(1, OLD, new TreeMap<>(Map.of("style.Pid", settings("ceiling", "5")))));
    }

    private static SortedMap<String, String> settings(String key, String value) {
        return new TreeMap<>(Map.of(key, value));
    }

    private Generation generation(
            long number, String hash, SortedMap<String, SortedMap<String, String>> configurations) {
        SortedMap<String, Artifact> roles = new TreeMap<>(Map.of("style", new Artifact("tacit.style", "1.0.0", hash)));
        Long parent = entries.isEmpty()
                ? null
                : entries.get(entries.size() - 1).generation().number();
        return new Generation(number, parent, Instant.EPOCH, "ann", "because", roles, configurations, null);
    }

    private void keep(LedgerEntry.Act act, Generation generation) {
        entries.add(new LedgerEntry(
                entries.size() + 1, act, Instant.EPOCH, "ann", "because", generation, "", "hash" + entries.size()));
    }

    @Override
    public Optional<Generation> active() {
        return Optional.of(entries.get(entries.size() - 1).generation());
    }

    @Override
    public List<Generation> list() {
        return entries.stream()
                .filter(entry -> entry.act() == LedgerEntry.Act.PROMOTED)
                .map(LedgerEntry::generation)
                .toList();
    }

    @Override
    public List<LedgerEntry> history() {
        return List.copyOf(entries);
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        Artifact before = list().get((int) from - 1).roles().get("style");
        Artifact after = list().get((int) to - 1).roles().get("style");
        return new GenerationDiff(from, to, List.of(new GenerationDiff.RoleChange("style", before, after)), List.of());
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        asked = request;
        GenerationDiff diff = new GenerationDiff(
                1, 2, List.of(), List.of(new GenerationDiff.SettingChange("style.Pid", "ceiling", "5", "9")));
        return new ActivationPlan(diff, List.of("java.util"), List.of(), List.of("style"), List.of());
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        asked = request;
        long before = active().orElseThrow().number();
        if (request.bundles().containsValue(BAD)) {
            return new ActivationReport(before, before, List.of(step(false, "the probe threw")));
        }
        long number = list().size() + 1L;
        String hash = request.bundles().getOrDefault("style", OLD);
        keep(LedgerEntry.Act.PROMOTED, generation(number, hash, request.configurations()));
        return new ActivationReport(before, number, List.of(step(true, "")));
    }

    private static StepResult step(boolean passed, String detail) {
        return new StepResult(ActivationStep.PROBE, "style", passed, detail, Duration.ofMillis(3));
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        long before = active().orElseThrow().number();
        long wanted = number.orElse(before - 1);
        if (wanted < 1) {
            throw new IllegalStateException("There is nothing to go back to");
        }
        keep(LedgerEntry.Act.ROLLED_BACK, list().get((int) wanted - 1));
        return new ActivationReport(before, wanted, List.of(step(true, "")));
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw new UnsupportedOperationException("Nothing drills here");
    }
}
