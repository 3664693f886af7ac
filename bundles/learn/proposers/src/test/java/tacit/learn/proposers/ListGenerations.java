package tacit.learn.proposers;

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
import tacit.api.generation.GenerationDiff.RoleChange;
import tacit.api.generation.GenerationDiff.SettingChange;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.StepResult;

/** Generations in memory. */
public final class ListGenerations implements Generations {

    public final List<Generation> all = new ArrayList<>();
    private long active = 1;

    public ListGenerations() {
        all.add(new Generation(
                1,
                null,
                Instant.EPOCH,
                "tacit",
                "first start",
                new TreeMap<>(Map.of(
                        "guard", new Artifact("tacit.guard", "1.0.0", World.GUARD),
                        "style", new Artifact("tacit.style", "1.0.0", World.STYLE))),
                new TreeMap<>(Map.of(World.STYLE_PID, new TreeMap<>(Map.of("ceiling", "5")))),
                null));
    }

    /** Has a role filled in the generation in force, with settings of one configuration. */
    public void fill(String role, Artifact artifact, String pid, SortedMap<String, String> settings) {
        Generation now = now();
        TreeMap<String, Artifact> roles = new TreeMap<>(now.roles());
        roles.put(role, artifact);
        TreeMap<String, SortedMap<String, String>> configurations = new TreeMap<>(now.configurations());
        configurations.put(pid, settings);
        all.set(
                all.indexOf(now),
                new Generation(
                        now.number(),
                        now.parent(),
                        now.createdAt(),
                        now.createdBy(),
                        now.reason(),
                        roles,
                        configurations,
                        now.experimentId()));
    }

    @Override
    public Optional<Generation> active() {
        return all.stream().filter(one -> one.number() == active).findFirst();
    }

    public Generation now() {
        return active().orElseThrow();
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
        Generation next = next(request);
        List<RoleChange> roles = new ArrayList<>();
        next.roles().forEach((role, artifact) -> {
            @Nullable Artifact before = now().roles().get(role);
            if (!artifact.equals(before)) {
                roles.add(new RoleChange(role, before, artifact));
            }
        });
        List<SettingChange> settings = new ArrayList<>();
        if (!next.configurations().equals(now().configurations())) {
            settings.add(new SettingChange("some", "thing", "5", "?"));
        }
        return new ActivationPlan(
                new GenerationDiff(active, next.number(), roles, settings), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        long before = active;
        Generation next = next(request);
        all.add(next);
        active = next.number();
        return report(before, active);
    }

    private Generation next(ActivationRequest request) {
        TreeMap<String, Artifact> roles = new TreeMap<>(now().roles());
        request.bundles().forEach((role, hash) -> roles.put(role, new Artifact("tacit.adapt.style", "1.0.1", hash)));
        request.removed().forEach(roles::remove);
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>(now().configurations());
        settings.putAll(request.configurations());
        return new Generation(
                all.size() + 1L,
                active,
                Instant.EPOCH,
                request.by(),
                request.reason(),
                roles,
                settings,
                request.experimentId());
    }

    private static ActivationReport report(long before, long after) {
        return new ActivationReport(
                before, after, List.of(new StepResult(ActivationStep.PROBE, "style", true, "asked", Duration.ZERO)));
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        long before = active;
        active = number.orElse(active - 1);
        return report(before, active);
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw new UnsupportedOperationException();
    }
}
