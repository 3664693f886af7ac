package tacit.surface.gateway.rest.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.ProposalRefused;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Experiments of one workspace that move as their states allow; a run waits until it is let go. */
final class FakeExperiments implements Experiments {

    final Map<String, Experiment> all = new LinkedHashMap<>();
    final List<String> acts = new ArrayList<>();
    final CountDownLatch go = new CountDownLatch(1);
    final CountDownLatch begun = new CountDownLatch(1);

    private Experiment moved(Experiment before, ExperimentState state) {
        if (!before.state().next().contains(state)) {
            throw new IllegalStateException("Experiment " + before.id() + " is " + before.state());
        }
        Experiment after = new Experiment(
                before.id(),
                before.workspaceId(),
                before.proposal(),
                before.before(),
                before.baseGeneration(),
                state,
                before.version() + 1,
                before.trial(),
                before.generation(),
                before.createdAt(),
                before.changedAt());
        all.put(after.id(), after);
        return after;
    }

    void put(String id, ExperimentState state) {
        Experiment one = all.get(id);
        all.put(
                id,
                new Experiment(
                        id,
                        one.workspaceId(),
                        one.proposal(),
                        one.before(),
                        one.baseGeneration(),
                        state,
                        one.version(),
                        one.trial(),
                        one.generation(),
                        one.createdAt(),
                        one.changedAt()));
    }

    @Override
    public Experiment propose(Scope scope, Proposal proposal) {
        if (proposal.title().equals("again")) {
            throw new ProposalRefused("It was refused before");
        }
        List<Optional<String>> before = proposal.change().places().stream()
                .map(place -> Optional.of("5"))
                .toList();
        Experiment made = new Experiment(
                "x" + (all.size() + 1),
                scope.workspaceId(),
                proposal,
                before,
                1,
                ExperimentState.PROPOSED,
                1,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
        all.put(made.id(), made);
        return made;
    }

    @Override
    public Optional<Experiment> find(Scope scope, String id) {
        return Optional.ofNullable(all.get(id))
                .filter(one -> scope.user().isEmpty() && one.workspaceId().equals(scope.workspaceId()));
    }

    @Override
    public Page<Experiment> list(Scope scope, Set<ExperimentState> states, PageRequest page) {
        List<Experiment> rows = all.values().stream()
                .filter(one -> one.workspaceId().equals(scope.workspaceId()))
                .filter(one -> states.isEmpty() || states.contains(one.state()))
                .toList();
        return new Page<>(rows, page.offset(), rows.size());
    }

    @Override
    public List<ExperimentStep> history(Scope scope, String id) {
        return List.of(new ExperimentStep(1, null, ExperimentState.PROPOSED, "ann", "because", Instant.EPOCH));
    }

    @Override
    public Experiment run(Scope scope, String id, String by) {
        begun.countDown();
        try {
            if (!go.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody lets the run go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        acts.add("run " + id + " by " + by);
        moved(all.get(id), ExperimentState.RUNNING);
        return moved(all.get(id), ExperimentState.PASSED_GATE);
    }

    @Override
    public Experiment run(Scope scope, String id, String by, Evaluator evaluator) {
        return run(scope, id, by);
    }

    @Override
    public Experiment canary(Scope scope, String id, double share, String by, String reason) {
        acts.add("canary " + id + " " + share + " by " + by + ": " + reason);
        return moved(all.get(id), ExperimentState.CANARY);
    }

    @Override
    public Experiment approve(Scope scope, String id, String by, String reason) {
        acts.add("approve " + id + " by " + by + ": " + reason);
        return all.get(id);
    }

    @Override
    public Experiment promote(Scope scope, String id, String by, String reason) {
        acts.add("promote " + id + " by " + by + ": " + reason);
        return moved(all.get(id), ExperimentState.PROMOTED);
    }

    @Override
    public Experiment reject(Scope scope, String id, String by, String reason) {
        acts.add("reject " + id + " by " + by + ": " + reason);
        return moved(all.get(id), ExperimentState.REJECTED);
    }

    @Override
    public Experiment rollBack(Scope scope, String id, String by, String reason) {
        acts.add("rollback " + id + " by " + by + ": " + reason);
        return moved(all.get(id), ExperimentState.ROLLED_BACK);
    }

    @Override
    public Experiment follow(Scope scope, String id) {
        acts.add("watch " + id);
        return all.get(id);
    }

    @Override
    public List<LiveComparison> comparisons(Scope scope, String id) {
        return List.of();
    }

    @Override
    public Page<LiveComparison> effects(Scope scope, @Nullable String role, PageRequest page) {
        return new Page<>(List.of(), page.offset(), 0);
    }
}
