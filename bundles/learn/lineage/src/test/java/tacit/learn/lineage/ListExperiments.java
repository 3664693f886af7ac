package tacit.learn.lineage;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.gate.Breakage;
import tacit.api.gate.Decision;
import tacit.api.gate.Effect;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Experiments in memory, newest first as they were given; they are of one workspace and of no user. */
final class ListExperiments {

    final List<Experiment> all = new ArrayList<>();

    /** An experiment that was promoted, or one that still waits where there is no generation. */
    static Experiment experiment(
            String id, @Nullable String clusterId, List<String> evidence, @Nullable Long generation) {
        Proposal proposal = new Proposal(
                Proposal.ChangeKind.GUARD,
                HarnessChange.ofSettings(GenerationRules.PID, Map.of(GenerationRules.KEY, "x")),
                "guard",
                "Ask before values that nobody wrote",
                "support 12 tasks, precision 0.85",
                evidence,
                clusterId,
                "rule:guards");
        Verdict verdict = new Verdict(
                Decision.PASS,
                "better",
                new Effect(40, 0.5, 0.75, List.of("c1", "c2"), List.of()),
                new Breakage(20, 0, 0, false, 1),
                0.001,
                0.999,
                null,
                new Power(0.05, 0.3, 0.1, true),
                List.of());
        boolean promoted = generation != null;
        return new Experiment(
                id,
                Rig.SCOPE.workspaceId(),
                proposal,
                List.of(Optional.empty()),
                1,
                promoted ? ExperimentState.PROMOTED : ExperimentState.PROPOSED,
                1,
                promoted
                        ? new Experiment.Trial("replay", verdict, 40, 0, List.of(), List.of("process"), Instant.EPOCH)
                        : null,
                generation,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** What a reader asks for; nothing else is answered. */
    Experiments asked() {
        return (Experiments) Proxy.newProxyInstance(
                Experiments.class.getClassLoader(),
                new Class<?>[] {Experiments.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "find" -> find((Scope) values[0], (String) values[1]);
                    case "list" -> Pages.of(list((Scope) values[0]), (PageRequest) values[2]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Optional<Experiment> find(Scope scope, String id) {
        return list(scope).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private List<Experiment> list(Scope scope) {
        return all.stream()
                .filter(one -> scope.user().isEmpty() && one.workspaceId().equals(scope.workspaceId()))
                .toList();
    }
}
