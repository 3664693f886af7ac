package tacit.learn.experiments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** Generations in memory, which may refuse, or die once the ledger knows. */
final class ListGenerations implements Generations {

    static final String OLD = "a".repeat(64);
    static final String NEW = "b".repeat(64);

    /** Settings of the role model-choice. */
    static final String MODELS = "tacit.model.choice.SetModelChoice";

    final List<Generation> all = new ArrayList<>();
    /** Tells ledgers apart: the hash of each line. */
    String ledgerHash = "";

    boolean refuses;
    boolean dies;
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    /** Told of each change, as the host does it. */
    Runnable listener = () -> {};

    /** Ends what every change of the harness ends. */
    Runnable ending = () -> {};

    /** Called before a change and between it and its end, as places where a host may die. */
    Runnable step = () -> {};

    private final List<LedgerEntry> ledger = new ArrayList<>();
    private long active = 1;

    ListGenerations() {
        all.add(new Generation(
                1,
                null,
                Instant.EPOCH,
                "tacit",
                "first start",
                new TreeMap<>(Map.of(
                        "style", new Artifact("tacit.adapt.style", "1.0.0", OLD),
                        "model-choice", new Artifact("tacit.model.choice", "1.0.0", OLD))),
                new TreeMap<>(Map.of(
                        "tacit.style",
                        new TreeMap<>(Map.of("ceiling", "5", "other", "x")),
                        MODELS,
                        new TreeMap<>(Map.of("model", "small-1")))),
                null));
    }

    @Override
    public Optional<Generation> active() {
        return all.stream().filter(one -> one.number() == active).findFirst();
    }

    Generation now() {
        return active().orElseThrow();
    }

    @Override
    public List<Generation> list() {
        return List.copyOf(all);
    }

    @Override
    public List<LedgerEntry> history() {
        return List.copyOf(ledger);
    }

    /** The first line, of a ledger of its own. */
    void first(String hash) {
        ledgerHash = hash;
        note(LedgerEntry.Act.PROMOTED, "tacit", "first start");
    }

    private void note(LedgerEntry.Act act, String by, String reason) {
        ledger.add(new LedgerEntry(ledger.size() + 1L, act, clock.instant(), by, reason, now(), "", ledgerHash));
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
            settings.add(new SettingChange("tacit.style", "ceiling", "5", "?"));
        }
        List<String> problems = refuses ? List.of("it may not run here") : List.of();
        return new ActivationPlan(
                new GenerationDiff(active, next.number(), roles, settings), List.of(), List.of(), List.of(), problems);
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        long before = active;
        if (refuses) {
            return report(before, before, false);
        }
        step.run();
        ending.run();
        Generation next = next(request);
        all.add(next);
        active = next.number();
        note(LedgerEntry.Act.PROMOTED, request.by(), request.reason());
        if (dies) {
            throw new IllegalStateException("the host died");
        }
        step.run();
        listener.run();
        return report(before, active, true);
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
                clock.instant(),
                request.by(),
                request.reason(),
                roles,
                settings,
                request.experimentId());
    }

    private static ActivationReport report(long before, long after, boolean passed) {
        return new ActivationReport(
                before, after, List.of(new StepResult(ActivationStep.PROBE, "style", passed, "asked", Duration.ZERO)));
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        ending.run();
        long before = active;
        active = number.orElse(active - 1);
        note(LedgerEntry.Act.ROLLED_BACK, by, reason);
        return report(before, active, true);
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw new UnsupportedOperationException();
    }
}
