package tacit.surface.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

/** Two generations, of which the second is active; keeps what it is asked for. */
final class FakeGenerations implements Generations {

    static final Artifact OLD = new Artifact("test.template", "1.0.0", "a1".repeat(32));
    static final Artifact NEW = new Artifact("test.template", "1.1.0", "b2".repeat(32));

    final List<ActivationRequest> asked = new ArrayList<>();
    final List<Optional<Long>> back = new ArrayList<>();
    boolean refuses;

    @Override
    public Optional<Generation> active() {
        return Optional.of(list().get(1));
    }

    @Override
    public List<Generation> list() {
        return List.of(generation(1, OLD, "90"), generation(2, NEW, "120"));
    }

    private static Generation generation(long number, Artifact artifact, String longest) {
        return new Generation(
                number,
                number == 1 ? null : number - 1,
                Instant.EPOCH,
                "operator",
                "why " + number,
                new TreeMap<>(Map.of("failure-template", artifact)),
                new TreeMap<>(Map.of("test.Masking", settings(longest))),
                null);
    }

    private static SortedMap<String, String> settings(String longest) {
        return new TreeMap<>(Map.of("longest", longest, "other", "kept"));
    }

    @Override
    public List<LedgerEntry> history() {
        return list().stream()
                .map(generation -> new LedgerEntry(
                        generation.number(),
                        LedgerEntry.Act.PROMOTED,
                        Instant.EPOCH,
                        "operator",
                        generation.reason(),
                        generation,
                        "0".repeat(64),
                        "1".repeat(64)))
                .toList();
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        return new GenerationDiff(
                from,
                to,
                List.of(new GenerationDiff.RoleChange("failure-template", OLD, NEW)),
                List.of(new GenerationDiff.SettingChange("test.Masking", "longest", "90", "120")));
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        asked.add(request);
        List<String> problems = refuses ? List.of("it imports package 'no.such', which no bundle exports") : List.of();
        return new ActivationPlan(
                diff(1, 2), List.of("+no.such"), List.of(), List.of("tacit.learn.mine (failure-template)"), problems);
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        asked.add(request);
        return report();
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        back.add(number);
        return report();
    }

    private ActivationReport report() {
        Duration took = Duration.ofMillis(2);
        StepResult read = new StepResult(ActivationStep.READ, "failure-template", true, "12 KiB", took);
        StepResult probe = new StepResult(ActivationStep.PROBE, "failure-template", !refuses, "it threw", took);
        return new ActivationReport(2, refuses ? 2 : 3, List.of(read, probe));
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        return new DrillReport(
                swaps, 1234, 0, Duration.ofMillis(3), Duration.ofMillis(9), Duration.ofMillis(4), List.of());
    }
}
