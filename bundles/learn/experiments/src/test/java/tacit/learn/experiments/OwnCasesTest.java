package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.experiments.Rig.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.Proposal;
import tacit.api.gate.CostChange;
import tacit.api.gate.Decision;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class OwnCasesTest {

    @TempDir
    Path folder;

    private final Tasks tasks = new Tasks();
    private Rig rig;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, folder);
        rig.besides.add(tasks);
    }

    private Experiment run() {
        StoredExperiments experiments = rig.start();
        Experiment proposed = experiments.propose(SCOPE, Rig.bundle("ada"));
        return experiments.run(SCOPE, proposed.id(), "ben");
    }

    @Test
    void judgesByTheTasksThatAnEvaluatorBrings() {
        rig.cases.with(5);
        tasks.mended = 20;

        Experiment passed = run();

        assertThat(passed.state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(passed.trial().evaluator()).isEqualTo("tasks");
        assertThat(passed.trial().verdict().effect().fixedIds()).hasSize(20).contains("task-0");
        assertThat(passed.trial().asked()).isEqualTo(20);
        assertThat(passed.trial().sandbox()).containsExactly("none");
        assertThat(tasks.given).isEmpty();
        assertThat(rig.cases.recorded).isEmpty();
    }

    @Test
    void asksProtectedCasesAllTheSame() {
        rig.cases.with(5);
        rig.cases.cases.add(ListCases.of("dear", false, true));
        rig.answers.put(ListGenerations.NEW + "dear", "\"bad\"");
        tasks.mended = 20;

        Experiment failed = run();

        assertThat(failed.state()).isEqualTo(ExperimentState.FAILED_GATE);
        assertThat(failed.trial().verdict().effect().brokenIds()).containsExactly("dear");
        assertThat(failed.trial().asked()).isEqualTo(21);
        assertThat(rig.cases.recorded).extracting(ReplayRun::caseId).containsOnly("dear");
    }

    @Test
    void letsTasksTakeLongerWhenTheyEndBetter() {
        tasks.mended = 20;
        tasks.took = Duration.ofMinutes(5);

        assertThat(run().state()).isEqualTo(ExperimentState.PASSED_GATE);
    }

    @Test
    void reportsTheTokensOfBothArmsAndLetsThemRiseAsTimesMay() throws IOException {
        tasks.mended = 20;
        tasks.tokens = 900L;

        Experiment passed = run();

        assertThat(passed.state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(passed.trial().verdict().costs())
                .filteredOn(cost -> cost.measure() == CostChange.Measure.TOKENS)
                .containsExactly(new CostChange(CostChange.Measure.TOKENS, 20, 300, 900, null));
        Path cases = folder.resolve("experiments").resolve(passed.id()).resolve("cases.jsonl");
        assertThat(cases).content().contains("\"tokens\":300", "\"tokens\":900");
    }

    @Test
    void saysNothingOfTokensThatNobodyRecorded() throws IOException {
        tasks.mended = 20;

        Experiment passed = run();

        assertThat(passed.trial().verdict().costs())
                .extracting(CostChange::measure)
                .containsExactly(CostChange.Measure.LATENCY);
        Path cases = folder.resolve("experiments").resolve(passed.id()).resolve("cases.jsonl");
        assertThat(cases).content().doesNotContain("tokens");
    }

    @Test
    void waitsAgainWhenAnEvaluatorIsBroken() {
        tasks.broken = true;
        StoredExperiments experiments = rig.start();
        Experiment proposed = experiments.propose(SCOPE, Rig.bundle("ada"));

        assertThatThrownBy(() -> experiments.run(SCOPE, proposed.id(), "ben")).isInstanceOf(NoSuchMethodError.class);

        assertThat(experiments.find(SCOPE, proposed.id()))
                .map(Experiment::state)
                .contains(ExperimentState.PROPOSED);
        assertThat(experiments.history(SCOPE, proposed.id()))
                .last()
                .returns("It could not be run: tokens", ExperimentStep::reason);
    }

    @Test
    void isInconclusiveWithoutATask() {
        rig.improves(20);

        Experiment nothing = run();

        assertThat(nothing.trial().verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(nothing.trial().asked()).isZero();
    }

    @Test
    void isJudgedByTheEvaluatorThatItIsGivenInsteadOfThose() {
        rig.besides.clear();
        rig.cases.with(5);
        tasks.mended = 20;
        StoredExperiments experiments = rig.start();
        Experiment proposed = experiments.propose(SCOPE, Rig.bundle("ada"));

        Experiment passed = experiments.run(SCOPE, proposed.id(), "ben", tasks);

        assertThat(passed.state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(passed.trial().evaluator()).isEqualTo("tasks");
        assertThat(passed.trial().asked()).isEqualTo(20);
    }

    @Test
    void countsTheTrialsOfATaskAsOneCase() {
        tasks.mended = 4;
        tasks.trials = 20;

        Experiment few = run();

        assertThat(few.state()).isEqualTo(ExperimentState.INCONCLUSIVE);
        assertThat(few.trial().asked()).isEqualTo(4);
    }

    /** Tasks that only the candidate solves. */
    private static final class Tasks implements Evaluator {

        private final List<ReplayCase> given = new ArrayList<>();
        private int mended;
        private boolean broken;
        private int trials = 1;
        private Duration took = Duration.ofMillis(10);
        private @Nullable Long tokens;

        @Override
        public String name() {
            return "tasks";
        }

        @Override
        public boolean bringsCases() {
            return true;
        }

        @Override
        public boolean evaluates(Proposal proposal) {
            return true;
        }

        @Override
        public Evaluation evaluate(String experimentId, Proposal proposal, List<ReplayCase> cases) {
            if (broken) {
                throw new NoSuchMethodError("tokens");
            }
            given.addAll(cases);
            List<ReplayRun> runs = new ArrayList<>();
            @Nullable Long before = tokens == null ? null : 300L;
            for (int i = 0; i < mended * trials; i++) {
                runs.add(run(experimentId, i, Arm.BASELINE, Outcome.FAILED, Duration.ofMillis(10), before));
                runs.add(run(experimentId, i, Arm.CANDIDATE, Outcome.PASSED, took, tokens));
            }
            return new Evaluation(runs, List.of("none"));
        }

        private ReplayRun run(
                String experimentId, int task, Arm arm, Outcome outcome, Duration took, @Nullable Long tokens) {
            return new ReplayRun(
                    "task-" + task % mended, experimentId, arm, outcome, null, took, Instant.EPOCH, tokens);
        }
    }
}
