package tacit.surface.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.RecordedBatches;
import tacit.api.gate.ArmTally;
import tacit.api.gate.Breakage;
import tacit.api.gate.CanaryDecision;
import tacit.api.gate.Decision;
import tacit.api.gate.Effect;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;
import tacit.api.learn.ReplayCase;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** One experiment that passed; keeps what it is asked for. */
final class FakeExperiments implements Experiments, RecordedBatches {

    private static final Verdict VERDICT = new Verdict(
            Decision.PASS,
            "better: 2 fixed against 0 broken of 40 cases",
            new Effect(40, 0.5, 0.75, List.of("c1", "c2"), List.of()),
            new Breakage(20, 0, 0, false, 1),
            0.001,
            0.999,
            null,
            new Power(0.05, 0.3, 0.1, true),
            List.of());

    final List<String> acts = new ArrayList<>();

    @Nullable
    Proposal proposed;

    static Experiment passed() {
        Proposal proposal = new Proposal(
                Proposal.ChangeKind.BUNDLE,
                new HarnessChange(
                        new TreeMap<>(Map.of("failure-template", FakeStaging.HASH)),
                        new TreeMap<>(Map.of("test.Masking", new TreeMap<>(Map.of("longest", "200"))))),
                "failure-template",
                "Mask more",
                "Ids split families",
                List.of("t1"),
                null,
                "ada");
        return new Experiment(
                "x1",
                "default",
                proposal,
                List.of(Optional.of("a1".repeat(32)), Optional.empty()),
                2,
                ExperimentState.PASSED_GATE,
                3,
                new Experiment.Trial("replay", VERDICT, 40, 1, List.of("c9"), List.of("process"), Instant.EPOCH),
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public Evaluator over(Experiment experiment, String baseline, String candidate) {
        acts.add("over " + experiment.id() + " " + baseline + " " + candidate);
        return new Evaluator() {
            @Override
            public String name() {
                return "batches";
            }

            @Override
            public boolean evaluates(Proposal proposal) {
                return true;
            }

            @Override
            public Evaluation evaluate(String experimentId, Proposal proposal, List<ReplayCase> cases) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public Experiment run(Scope scope, String id, String by, Evaluator evaluator) {
        acts.add("run " + scope.workspaceId() + " " + id + " " + by + " " + evaluator.name());
        return passed();
    }

    @Override
    public Experiment propose(Scope scope, Proposal proposal) {
        proposed = proposal;
        acts.add("propose " + scope.workspaceId() + " " + proposal.proposer());
        return passed();
    }

    @Override
    public Optional<Experiment> find(Scope scope, String id) {
        return Optional.of(passed()).filter(one -> one.id().equals(id));
    }

    @Override
    public Page<Experiment> list(Scope scope, Set<ExperimentState> states, PageRequest page) {
        acts.add("list " + scope.workspaceId() + " " + states);
        return new Page<>(List.of(passed()), 0, 1);
    }

    @Override
    public List<ExperimentStep> history(Scope scope, String id) {
        return List.of(
                new ExperimentStep(1, null, ExperimentState.PROPOSED, "ada", "Ids split families", Instant.EPOCH));
    }

    @Override
    public Experiment run(Scope scope, String id, String by) {
        acts.add("run " + id + " " + by);
        return passed();
    }

    @Override
    public Experiment promote(Scope scope, String id, String by, String reason) {
        acts.add("promote " + id + " " + by + " " + reason);
        return passed();
    }

    @Override
    public Experiment reject(Scope scope, String id, String by, String reason) {
        acts.add("reject " + id + " " + by + " " + reason);
        return passed();
    }

    @Override
    public Experiment rollBack(Scope scope, String id, String by, String reason) {
        acts.add("rollback " + id + " " + by + " " + reason);
        return passed();
    }

    @Override
    public Experiment canary(Scope scope, String id, double share, String by, String reason) {
        acts.add("canary " + id + " " + share + " " + by + " " + reason);
        return passed();
    }

    @Override
    public Experiment approve(Scope scope, String id, String by, String reason) {
        acts.add("approve " + id + " " + by + " " + reason);
        return passed();
    }

    @Override
    public Experiment follow(Scope scope, String id) {
        acts.add("follow " + id);
        return passed();
    }

    @Override
    public List<LiveComparison> comparisons(Scope scope, String id) {
        LiveComparison.Measured outcome = new LiveComparison.Measured(
                LiveComparison.Measure.OUTCOME,
                new ArmTally(10, 6),
                new ArmTally(10, 9),
                -0.1,
                0.6,
                CanaryDecision.UNDECIDED);
        return List.of(new LiveComparison(
                id,
                LiveComparison.Kind.WATCH,
                LiveComparison.State.FOLLOWING,
                "failure-template",
                null,
                null,
                Instant.EPOCH,
                null,
                "",
                List.of(outcome)));
    }

    @Override
    public Page<LiveComparison> effects(Scope scope, @Nullable String role, PageRequest page) {
        return new Page<>(List.of(), 0, 0);
    }
}
