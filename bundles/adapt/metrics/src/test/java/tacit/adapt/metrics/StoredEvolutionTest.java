package tacit.adapt.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static tacit.adapt.metrics.Measured.SCOPE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.adapt.StyleHistory;
import tacit.api.adapt.Trend;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredEvolutionTest {

    private final Database database;
    private Measured measured;

    StoredEvolutionTest(Database database) {
        this.database = database;
        this.measured = new Measured(database);
    }

    @BeforeEach
    void fresh() {
        measured = new Measured(database);
    }

    @Test
    void ev01MeasuresFiveThingsOfRunsThatNobodyJudged() {
        measured.runs(42, OutcomeLabel.UNKNOWN, null);
        measured.days(15);

        EvolutionSnapshot snapshot = measured.now();

        assertThat(snapshot.metrics())
                .extracting(EvolutionMetric::id)
                .containsExactly(
                        "correction_rate",
                        "adaptation_velocity",
                        "knowledge_growth",
                        "task_success_rate",
                        "style_alignment");
        assertThat(snapshot.daysTogether()).isEqualTo(15);
        assertThat(snapshot.tasksCompleted()).isEqualTo(42);
        assertThat(snapshot.overallScore()).isEqualTo(50);
        assertThat(snapshot.metrics()).extracting(EvolutionMetric::trend).containsOnly(Trend.STABLE);
    }

    @Test
    void ev02NamesEntitiesAndRelationsOfTheGraph() {
        measured.graph(25, "entity");
        measured.graph(40, "relation");

        EvolutionMetric growth = measured.metric(EvolutionMetric.KNOWLEDGE_GROWTH);

        assertThat(growth.value()).isEqualTo(25);
        assertThat(growth.unit()).isEqualTo("entities");
        assertThat(growth.detail()).contains("25", "40");
        assertThat(measured.now().overallScore()).isEqualTo(63);
    }

    @Test
    void ev03SaysWhichShareOfTheJudgedRunsSucceeded() {
        measured.runs(2, OutcomeLabel.SUCCESS, "1");
        measured.runs(1, OutcomeLabel.FAILURE, "1");
        measured.runs(5, OutcomeLabel.NEUTRAL, "1");

        EvolutionMetric success = measured.metric(EvolutionMetric.TASK_SUCCESS_RATE);

        assertThat(success.value()).isEqualTo(67);
        assertThat(success.detail()).contains("2 succeeded, 1 failed");
        assertThat(success.estimate()).satisfies(estimate -> {
            assertThat(estimate.sample()).isEqualTo(3);
            assertThat(estimate.sufficient()).isFalse();
        });
    }

    @Test
    void ev04SeesFewerFailuresThanInTheWeeksBefore() {
        measured.failures(6, "No such file");
        measured.days(10);
        measured.failures(1, "No such file");

        EvolutionMetric rate = measured.metric(EvolutionMetric.CORRECTION_RATE);

        assertThat(rate.value()).isEqualTo(1);
        assertThat(rate.unit()).isEqualTo("/week");
        assertThat(rate.trend()).isEqualTo(Trend.IMPROVING);
    }

    @Test
    void ev06ScoresMoreKnowledgeNoLower() {
        int before = measured.now().overallScore();
        measured.graph(100, "entity");

        assertThat(measured.now().overallScore()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void saysHowManyRunsWereCorrected() {
        measured.runs(40, OutcomeLabel.UNKNOWN, null);
        measured.failures(1, "[CORRECTION] No, use tabs");
        measured.failures(3, "No such file");
        measured.corrections(2);

        Estimate perRun = measured.metric(EvolutionMetric.CORRECTION_RATE).estimate();

        assertThat(perRun).satisfies(estimate -> {
            assertThat(estimate.share()).isEqualTo(0.05);
            assertThat(estimate.low()).isCloseTo(0.0138, within(0.0001));
            assertThat(estimate.high()).isCloseTo(0.165, within(0.001));
            assertThat(estimate.sample()).isEqualTo(40);
        });
    }

    @Test
    void saysNothingOfCorrectionsThatBelongToEarlierRuns() {
        measured.runs(
                SCOPE, 5, OutcomeLabel.UNKNOWN, null, measured.clock.instant().minus(Duration.ofDays(90)));
        measured.corrections(3);

        assertThat(measured.metric(EvolutionMetric.CORRECTION_RATE).estimate()).isNull();
    }

    @Test
    void comparesEachGenerationOfTheHarness() {
        measured.runs(30, OutcomeLabel.SUCCESS, "10");
        measured.runs(10, OutcomeLabel.FAILURE, "10");
        measured.runs(5, OutcomeLabel.SUCCESS, "9");
        measured.runs(3, OutcomeLabel.UNKNOWN, null);

        List<GenerationSuccess> generations = measured.now().generations();

        assertThat(generations).extracting(GenerationSuccess::harnessGeneration).containsExactly("9", "10", null);
        assertThat(generations.get(1)).satisfies(ten -> {
            assertThat(ten.succeeded()).isEqualTo(30);
            assertThat(ten.failed()).isEqualTo(10);
            assertThat(ten.estimate()).isEqualTo(Wilson.estimate(30, 40, 20));
        });
        assertThat(generations.get(2).estimate()).isNull();
    }

    @Test
    void readsTrendsFromWhatWasKept() {
        measured.graph(10, "entity");
        measured.runs(20, OutcomeLabel.SUCCESS, null);
        measured.runs(30, OutcomeLabel.FAILURE, null);
        measured.evolution.keepSnapshot(SCOPE, StyleHistory.NONE);
        measured.days(8);
        measured.runs(100, OutcomeLabel.SUCCESS, null);

        EvolutionSnapshot now = measured.now();

        assertThat(now.metric(EvolutionMetric.KNOWLEDGE_GROWTH)).hasValueSatisfying(growth -> {
            assertThat(growth.change()).isZero();
            assertThat(growth.trend()).isEqualTo(Trend.STABLE);
        });
        assertThat(now.metric(EvolutionMetric.TASK_SUCCESS_RATE)).hasValueSatisfying(success -> {
            assertThat(success.value()).isEqualTo(80);
            assertThat(success.change()).isEqualTo(40);
            assertThat(success.trend()).isEqualTo(Trend.IMPROVING);
        });
    }

    @Test
    void comparesWithNothingYoungerThanAWeekOrOlderThanTheWindow() {
        measured.graph(10, "entity");
        measured.evolution.keepSnapshot(SCOPE, StyleHistory.NONE);
        measured.days(6);
        assertThat(measured.metric(EvolutionMetric.KNOWLEDGE_GROWTH).change()).isNull();

        measured.days(23);
        assertThat(measured.metric(EvolutionMetric.KNOWLEDGE_GROWTH).change()).isNull();
    }

    @Test
    void keepsOneSnapshotOfADayAndTheLastOfIt() {
        measured.evolution.keepSnapshot(SCOPE, StyleHistory.NONE);
        measured.clock.pass(Duration.ofHours(2));
        measured.graph(3, "entity");
        EvolutionSnapshot second = measured.evolution.keepSnapshot(SCOPE, new StyleHistory(3, 1, 2));
        measured.days(1);
        EvolutionSnapshot third = measured.evolution.keepSnapshot(SCOPE, StyleHistory.NONE);

        assertThat(measured.evolution.history(SCOPE, 9)).containsExactly(third, second);
        assertThat(measured.evolution.history(SCOPE, 1)).containsExactly(third);
    }

    @Test
    void keepsUsersApart() {
        Scope anna = new Scope("w1", "anna");
        Scope ben = new Scope("w1", "ben");
        measured.runs(anna, 2, OutcomeLabel.SUCCESS, null, measured.clock.instant());
        measured.runs(ben, 2, OutcomeLabel.FAILURE, null, measured.clock.instant());

        EvolutionSnapshot annas = measured.evolution.keepSnapshot(anna, StyleHistory.NONE);

        assertThat(annas.metric(EvolutionMetric.TASK_SUCCESS_RATE).orElseThrow().value())
                .isEqualTo(100);
        assertThat(measured.evolution.history(anna, 9)).containsExactly(annas);
        assertThat(measured.evolution.history(ben, 9)).isEmpty();
        assertThat(measured.evolution.history(SCOPE, 9)).isEmpty();
        assertThat(measured.metric(EvolutionMetric.TASK_SUCCESS_RATE).value()).isEqualTo(50);
    }

    @Test
    void looksAtTheWindowOnlyWhereThatHoldsEnough() {
        measured = new Measured(database, Map.of("least_sample", 4, "window_days", 10));
        measured.runs(9, OutcomeLabel.FAILURE, null);
        measured.days(12);
        measured.runs(3, OutcomeLabel.SUCCESS, null);
        assertThat(measured.metric(EvolutionMetric.TASK_SUCCESS_RATE).value()).isEqualTo(25);

        measured.runs(1, OutcomeLabel.SUCCESS, null);
        assertThat(measured.metric(EvolutionMetric.TASK_SUCCESS_RATE).value()).isEqualTo(100);
    }

    @Test
    void refusesSettingsAndQuestionsOutOfBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measured(database, Map.of("window_days", 7)))
                .withMessage("window.days must be in [8, 365], got 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measured(database, Map.of("least_sample", 0)))
                .withMessage("least.sample must be in [1, 10000], got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> measured.evolution.history(SCOPE, 0));
    }
}
