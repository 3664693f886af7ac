package tacit.panel.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.Staging;
import tacit.api.generation.StepResult;
import tacit.api.harness.Harness;
import tacit.api.harness.RoleStatus;
import tacit.api.trust.BundleFacts;
import tacit.surface.mission.Fake;

/** A harness with one role, one candidate for it, and more that were refused. */
final class FakeBundles {

    static final String NEXT = "ab".repeat(32);
    static final String REFUSED = "cd".repeat(32);

    final List<Candidate> candidates = new ArrayList<>();
    final List<ActivationRequest> requests = new ArrayList<>();
    final List<String> discarded = new ArrayList<>();
    final List<String> alarms = new ArrayList<>();
    final List<RoleStatus> roles = new ArrayList<>();
    long active = 1;
    boolean fails;
    List<String> problems = List.of();

    FakeBundles() {
        candidates.add(candidate(NEXT, "tacit.pulse.guard", Candidate.State.STAGED));
        candidates.add(candidate(REFUSED, Attack.TEXT, Candidate.State.REFUSED));
        roles.add(role("guard", "tacit.pulse.guard"));
        roles.add(role("style", null));
    }

    static RoleStatus role(String name, @Nullable String bundle) {
        boolean there = bundle != null;
        return new RoleStatus(
                name,
                "",
                bundle,
                there ? "1.0.0" : null,
                there ? "12".repeat(32) : null,
                there ? "A" : null,
                2,
                900,
                there ? 1 : 0,
                there ? Duration.ofMillis(3) : null);
    }

    static Candidate candidate(String sha256, String name, Candidate.State state) {
        boolean refused = state == Candidate.State.REFUSED;
        BundleFacts facts = new BundleFacts(
                name,
                "1.1.0",
                new TreeMap<>(Map.of("guard", "tacit.api.guard.Guard")),
                List.of(),
                new TreeMap<>(Map.of("tacit.api.guard", "[1.0,2)")),
                new TreeMap<>(Map.of("tacit.pulse.guard.LearnedGuard", new TreeMap<>(Map.of("enabled", "Boolean")))));
        return new Candidate(
                sha256,
                "next.jar",
                Instant.parse("2026-03-01T11:00:00Z"),
                "plugins",
                refused ? null : facts,
                state,
                List.of("tacit.api.guard"),
                refused ? List.of("It exports packages " + Attack.TEXT) : List.of());
    }

    void into(BundlesPanel panel) {
        panel.generations = Fake.later(Fake.of(Generations.class, this::generations));
        panel.harness = Fake.later(
                Fake.of(Harness.class, (method, given) -> method.equals("alarms") ? alarms : List.copyOf(roles)));
        panel.staging = Fake.later(Fake.of(Staging.class, this::staging));
    }

    private Object staging(String method, Object... given) {
        if (method.equals("candidates")) {
            return List.copyOf(candidates);
        }
        discarded.add(given[0] + " by " + given[1]);
        return candidates.removeIf(candidate -> candidate.sha256().equals(given[0]));
    }

    private Object generations(String method, Object... given) {
        if (method.equals("active")) {
            return Optional.of(new Generation(
                    active, null, Instant.EPOCH, "ada", "shipped", new TreeMap<>(), new TreeMap<>(), null));
        }
        if (method.equals("plan")) {
            Artifact after = new Artifact("tacit.pulse.guard", "1.1.0", NEXT);
            return new ActivationPlan(
                    new GenerationDiff(
                            active,
                            active + 1,
                            List.of(new GenerationDiff.RoleChange("guard", null, after)),
                            List.of()),
                    List.of("+tacit.api.guard [1.0,2)"),
                    List.of("+tacit.api.page.Panel (" + Attack.TEXT + ")"),
                    List.of("tacit.surface.mcp: guard"),
                    problems);
        }
        requests.add((ActivationRequest) given[0]);
        active += fails ? 0 : 1;
        StepResult step = new StepResult(ActivationStep.PROBE, "guard", !fails, "it threw", Duration.ZERO);
        return new ActivationReport(1, active, List.of(step));
    }
}
