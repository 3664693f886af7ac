package tacit.learn.proposers;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiment.Trial;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Proposer;
import tacit.api.learn.ReplayCases;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Runs the experiments that wait, one after the other, the oldest first, as far as the day allows. Thread-safe. */
final class Turns {

    static final String BY = "rule:schedule";

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    /** What was not decided is run again with so many times the cases, so that looking again rarely finds chance. */
    private static final int AGAIN = 2;

    private final Experiments experiments;
    private final ReplayCases cases;
    private final Spending spending;
    private final Attempts attempts;
    private final Wording wording;
    private final Clock clock;
    private final Patience patience;

    Turns(
            Experiments experiments,
            ReplayCases cases,
            Spending spending,
            Attempts attempts,
            Wording wording,
            Clock clock,
            Patience patience) {
        this.experiments = experiments;
        this.cases = cases;
        this.spending = spending;
        this.attempts = attempts;
        this.wording = wording;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * How long is waited.
     *
     * @param attempts how often what could not be run is tried
     * @param giveUp after which time a generator's proposal that is not decided gives its places free; zero for never
     */
    record Patience(int attempts, Duration giveUp) {}

    /** What was run, and why others were not. */
    record Done(List<String> ran, List<String> notes) {}

    /** @param allowed asked before each run */
    Done run(Scope scope, BooleanSupplier allowed) {
        List<String> ran = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<Experiment> under = in(scope, ExperimentState.RUNNING).stream().findFirst();
        if (under.isPresent()) {
            return new Done(ran, List.of("Experiment " + under.get().id() + " is running"));
        }
        List<Experiment> waiting = new ArrayList<>(in(scope, ExperimentState.PROPOSED));
        waiting.addAll(in(scope, ExperimentState.INCONCLUSIVE));
        for (Experiment one : waiting) {
            if (!allowed.getAsBoolean()) {
                break;
            }
            Optional<String> why = why(scope, one);
            why.map(reason -> one.id() + ": " + reason).ifPresent(notes::add);
            if (why.isEmpty()) {
                ran.add(one.id());
            }
        }
        return new Done(List.copyOf(ran), List.copyOf(notes));
    }

    /** Oldest first. */
    private List<Experiment> in(Scope scope, ExperimentState state) {
        List<Experiment> found = new ArrayList<>(experiments
                .list(scope, Set.of(state), PageRequest.first(PageRequest.MAX_LIMIT))
                .rows());
        Collections.reverse(found);
        return found;
    }

    /** Runs it; answers why not where it was not run. */
    private Optional<String> why(Scope scope, Experiment one) {
        if (tooLong(one)) {
            experiments.reject(
                    scope,
                    one.id(),
                    BY,
                    "It was not decided in " + patience.giveUp().toDays() + " days");
            return Optional.of(
                    "given up, as it was not decided in " + patience.giveUp().toDays() + " days");
        }
        Optional<Attempts.Attempt> before = attempts.of(one.id());
        if (before.isPresent() && before.get().count() >= patience.attempts()) {
            return Optional.of("could not be run " + before.get().count() + " times, last: "
                    + before.get().problem());
        }
        int newer = RoleCases.of(cases, scope, one.proposal().role()).newer(clock.instant());
        int wanted = wanted(one);
        if (newer < wanted) {
            return Optional.of("waits for " + wanted + " cases of role '"
                    + one.proposal().role() + "' to be judged by, there are " + newer);
        }
        long day = spending.left().day();
        if (!spending.take(day, 1, newer)) {
            return Optional.of("the day does not allow one more experiment of " + newer + " cases");
        }
        return run(scope, one, day, newer);
    }

    /** What people proposed is theirs to reject. */
    private boolean tooLong(Experiment one) {
        return !patience.giveUp().isZero()
                && one.proposal().proposer().startsWith(Proposer.RULE)
                && one.changedAt().plus(patience.giveUp()).isBefore(clock.instant());
    }

    private static int wanted(Experiment one) {
        Trial trial = one.trial();
        return one.state() == ExperimentState.INCONCLUSIVE && trial != null ? Math.max(1, AGAIN * asked(trial)) : 1;
    }

    private static int asked(Trial trial) {
        return trial.asked() + trial.unanswerable() + trial.quarantined().size();
    }

    private Optional<String> run(Scope scope, Experiment one, long day, int reserved) {
        try {
            Trial trial = experiments.run(scope, one.id(), BY).trial();
            spending.giveBack(day, trial == null ? 0 : Math.max(0, reserved - asked(trial)));
            return Optional.empty();
        } catch (RuntimeException e) {
            if (!waits(scope, one)) {
                spending.giveBack(day, reserved);
                return Optional.of("somebody else leads it on");
            }
            log.warn("Cannot run experiment {}", one.id(), e);
            String problem = wording.line(String.valueOf(e.getMessage()));
            attempts.failed(one.id(), problem, clock.instant());
            return Optional.of("could not be run: " + problem);
        }
    }

    private boolean waits(Scope scope, Experiment one) {
        return experiments
                .find(scope, one.id())
                .map(Experiment::state)
                .filter(state -> state == ExperimentState.PROPOSED || state == ExperimentState.INCONCLUSIVE)
                .isPresent();
    }
}
