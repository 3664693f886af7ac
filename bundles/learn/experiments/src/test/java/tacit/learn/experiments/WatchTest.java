package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.experiments.Rig.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.Measured;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryDecision;
import tacit.api.learn.ClusterState;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class WatchTest {

    @TempDir
    Path folder;

    private Rig rig;
    private StoredExperiments experiments;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, folder);
        restart();
    }

    private void restart() {
        experiments = rig.start();
        rig.generations.listener = experiments::activated;
    }

    /** Promoted now; without a family unless one is named. */
    private Experiment promoted(String family) {
        rig.improves(20);
        Experiment proposed = experiments.propose(SCOPE, rig.against(family));
        experiments.run(SCOPE, proposed.id(), "ada");
        return experiments.promote(SCOPE, proposed.id(), "ben", "looks right");
    }

    private Experiment promoted() {
        return promoted(null);
    }

    private LiveComparison watch(Experiment of) {
        return experiments.comparisons(SCOPE, of.id()).get(0);
    }

    private static Measured of(LiveComparison watch, Measure measure) {
        return watch.measured().stream()
                .filter(one -> one.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static boolean mostly(int i) {
        return i % 10 != 0;
    }

    private static boolean hardly(int i) {
        return i % 10 == 0;
    }

    private String hash() {
        return rig.generations.now().roles().get("style").sha256();
    }

    @Test
    void beginsWithThePromotion() {
        Experiment promoted = promoted();

        assertThat(watch(promoted))
                .returns(Kind.WATCH, LiveComparison::kind)
                .returns(State.FOLLOWING, LiveComparison::state)
                .returns(rig.clock.instant(), LiveComparison::startedAt)
                .returns(null, LiveComparison::endedAt);
        assertThat(experiments.effects(SCOPE, null, PageRequest.first(5)).rows())
                .isEmpty();
    }

    @Test
    void w1RollsBackByItselfWhenRunsGotWorse() {
        rig.runs.graded(60, WatchTest::mostly);
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.graded(60, WatchTest::hardly);

        experiments.follow();

        assertThat(experiments.find(SCOPE, promoted.id()).orElseThrow().state()).isEqualTo(ExperimentState.ROLLED_BACK);
        assertThat(hash()).isEqualTo(ListGenerations.OLD);
        assertThat(watch(promoted).state()).isEqualTo(State.WORSENED);
        assertThat(watch(promoted).reason()).contains("54 of 60 before, 6 of 60 after");
        ExperimentStep last = experiments.history(SCOPE, promoted.id()).get(4);
        assertThat(last.by()).isEqualTo("rule:watch");
        assertThat(last.reason()).contains("54 of 60 before");
        assertThat(rig.audit.entries)
                .extracting(AuditEntry::action)
                .endsWith("experiment.watch", "experiment.rollback");
    }

    @Test
    void keepsWhatMadeRunsBetterAndTellsTheEffect() {
        rig.runs.graded(60, WatchTest::hardly);
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.graded(60, WatchTest::mostly);

        Experiment after = experiments.follow(SCOPE, promoted.id());

        assertThat(after.state()).isEqualTo(ExperimentState.PROMOTED);
        LiveComparison effect =
                experiments.effects(SCOPE, "style", PageRequest.first(5)).rows().get(0);
        assertThat(effect.state()).isEqualTo(State.IMPROVED);
        Measured outcome = of(effect, Measure.OUTCOME);
        assertThat(outcome.before()).isEqualTo(new ArmTally(60, 6));
        assertThat(outcome.after()).isEqualTo(new ArmTally(60, 54));
        assertThat(outcome.low()).isBetween(0.6, 0.8);
        assertThat(outcome.high()).isBetween(0.8, 1.0);
        assertThat(rig.learnings.all).singleElement().satisfies(one -> assertThat(one.summary())
                .contains("6 of 60 before, 54 of 60 after (+80 points"));
        assertThat(experiments.effects(SCOPE, "persona", PageRequest.first(5)).total())
                .isZero();
        assertThat(experiments
                        .effects(Scope.ofWorkspace("w2"), null, PageRequest.first(5))
                        .total())
                .isZero();
    }

    @Test
    void countsEachRunOnceHoweverOftenItLooks() {
        rig.runs.graded(20, WatchTest::mostly);
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.graded(7, WatchTest::mostly);
        experiments.follow();
        restart();
        experiments.follow();
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.graded(3, WatchTest::mostly);
        experiments.follow();
        experiments.follow();

        Measured outcome = of(watch(promoted), Measure.OUTCOME);

        assertThat(outcome.after().cases()).isEqualTo(10);
        assertThat(outcome.before().cases()).as("dealt in turn").isEqualTo(10);
    }

    @Test
    void countsARunWhenItIsGradedAtLast() {
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.add("late", rig.clock.instant().minusSeconds(3_000), false);
        rig.runs.graded(4, i -> true);
        experiments.follow();
        assertThat(of(watch(promoted), Measure.OUTCOME).after()).isEqualTo(new ArmTally(4, 4));

        rig.runs.grade("late", false);
        experiments.follow();

        assertThat(of(watch(promoted), Measure.OUTCOME).after()).isEqualTo(new ArmTally(5, 4));
    }

    @Test
    void passesOverWhatIsNoGradedRunOfAnAgent() {
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(1));
        Instant start = rig.clock.instant().minusSeconds(60);
        Outcome success = Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.GRADER);
        rig.runs.append(Trace.builder("own").startedAt(start).outcome(success).attribute(Attribute.OWN_RUN, true));
        rig.runs.append(Trace.builder("neutral")
                .startedAt(start)
                .outcome(Outcome.of(OutcomeLabel.NEUTRAL, OutcomeSource.RULE)));
        rig.runs.append(Trace.builder("timeless").outcome(success));
        rig.runs.append(Trace.builder("arm")
                .startedAt(start)
                .outcome(success)
                .attribute(Attribute.BATCH, Evaluator.BATCH + "x1/baseline"));

        experiments.follow();

        assertThat(of(watch(promoted), Measure.OUTCOME).after()).isEqualTo(ArmTally.NONE);
    }

    @Test
    void waitsForSlowGradersWhereItIsToldTo() {
        rig.live.put("grace_minutes", 30);
        restart();
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.graded(40, WatchTest::mostly);

        experiments.follow();

        assertThat(of(watch(promoted), Measure.OUTCOME).after().cases()).isEqualTo(11);
        rig.clock.pass(Duration.ofMinutes(30));
        experiments.follow();
        assertThat(of(watch(promoted), Measure.OUTCOME).after().cases()).isEqualTo(40);
    }

    @Test
    void endsWhenItWasFollowedLongEnough() {
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofDays(14));

        experiments.follow();

        assertThat(watch(promoted).state()).isEqualTo(State.UNDECIDED);
        assertThat(watch(promoted).endedAt()).isEqualTo(rig.clock.instant());
        assertThat(rig.learnings.all).hasSize(1);
    }

    @Test
    void endsWhenItHasTheRunsThatItIsGiven() {
        rig.live.put("runs", 20);
        restart();
        rig.runs.graded(30, i -> i % 2 == 0);
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.graded(30, i -> i % 2 == 0);

        experiments.follow();

        assertThat(watch(promoted).state()).isEqualTo(State.UNDECIDED);
        assertThat(of(watch(promoted), Measure.OUTCOME).after()).isEqualTo(new ArmTally(20, 10));
    }

    @Test
    void leavesAChangeAloneThatMakesNoDifference() {
        Random random = new Random(5);
        rig.runs.graded(400, i -> random.nextInt(10) < 7);
        Experiment promoted = promoted();
        for (int look = 0; look < 8; look++) {
            rig.clock.pass(Duration.ofHours(2));
            rig.runs.graded(50, i -> random.nextInt(10) < 7);
            experiments.follow();
        }

        assertThat(watch(promoted).state()).isEqualTo(State.FOLLOWING);
        assertThat(of(watch(promoted), Measure.OUTCOME).before().cases()).isEqualTo(400);
        assertThat(of(watch(promoted), Measure.OUTCOME).after().cases()).isEqualTo(400);
        assertThat(hash()).isEqualTo(ListGenerations.NEW);
    }

    @Test
    void endsWhenSomebodyElseChangesThePlaces() {
        Experiment promoted = promoted();
        rig.generations.activate(Places.make(
                rig.generations.now(), HarnessChange.ofBundle("style", "d".repeat(64)), "eve", "by hand", "other"));

        experiments.follow();

        assertThat(watch(promoted).state()).isEqualTo(State.REPLACED);
        assertThat(watch(promoted).reason()).contains("eve changed the harness there in generation 3");
    }

    @Test
    void endsWhenAnOperatorRollsBackAndReopensTheFamily() {
        rig.runs.add(40, i -> true, i -> true);
        Experiment promoted = promoted(rig.runs.family().id());
        rig.runs.move(ClusterState.MITIGATED);
        experiments.rollBack(SCOPE, promoted.id(), "ben", "users complain");

        experiments.follow();

        assertThat(watch(promoted).state()).isEqualTo(State.STOPPED);
        assertThat(rig.runs.family().state()).isEqualTo(ClusterState.REOPENED);
    }

    @Test
    void mitigatesAFamilyOnlyWhenItsRateFell() {
        rig.runs.add(60, i -> true, WatchTest::mostly);
        assertThat(rig.runs.family().state()).isEqualTo(ClusterState.STABLE);
        Experiment promoted = promoted(rig.runs.family().id());
        assertThat(rig.runs.family().state()).as("nothing is declared").isEqualTo(ClusterState.STABLE);
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.add(60, i -> true, i -> false);

        experiments.follow();

        assertThat(rig.runs.family().state()).isEqualTo(ClusterState.MITIGATED);
        assertThat(watch(promoted).state()).as("the outcome is not decided").isEqualTo(State.FOLLOWING);
        Measured family = of(watch(promoted), Measure.CLUSTER);
        assertThat(family.decision()).isEqualTo(CanaryDecision.IMPROVED);
        assertThat(family.after()).isEqualTo(new ArmTally(60, 60));
    }

    @Test
    void mitigatesOnceAndLeavesAFamilyThatReturnsReopened() {
        rig.runs.add(60, i -> true, WatchTest::mostly);
        promoted(rig.runs.family().id());
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.add(60, i -> true, i -> false);
        experiments.follow();
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.add(1, i -> true, i -> true);
        assertThat(rig.runs.family().state()).isEqualTo(ClusterState.REOPENED);

        experiments.follow();

        assertThat(rig.runs.family().state()).isEqualTo(ClusterState.REOPENED);
    }

    @Test
    void w1RollsBackAndReopensWhenTheFamilyGrowsThoughOutcomesDoNot() {
        rig.runs.add(60, i -> true, WatchTest::hardly);
        Experiment promoted = promoted(rig.runs.family().id());
        rig.runs.move(ClusterState.MITIGATED);
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.add(60, i -> true, WatchTest::mostly);

        experiments.follow();

        assertThat(watch(promoted).state()).isEqualTo(State.WORSENED);
        assertThat(experiments.find(SCOPE, promoted.id()).orElseThrow().state()).isEqualTo(ExperimentState.ROLLED_BACK);
        assertThat(rig.runs.family().state()).isEqualTo(ClusterState.REOPENED);
    }

    @Test
    void judgesAFamilyByRunsThatWereLearnedFromAlone() {
        rig.runs.add(20, i -> true, i -> true);
        Experiment promoted = promoted(rig.runs.family().id());
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.add("raw", rig.clock.instant().minusSeconds(60), false);
        rig.runs.grade("raw", true);

        experiments.follow();

        assertThat(of(watch(promoted), Measure.OUTCOME).after().cases()).isEqualTo(1);
        assertThat(of(watch(promoted), Measure.CLUSTER).after().cases()).isZero();
        rig.runs.mine();
        experiments.follow();
        assertThat(of(watch(promoted), Measure.CLUSTER).after().cases()).isEqualTo(1);
    }

    @Test
    void comparesWithTheTimeAloneInWhichTheSameStoodThere() {
        rig.runs.graded(10, i -> true);
        rig.generations.activate(Places.make(
                rig.generations.now(), HarnessChange.ofBundle("style", "d".repeat(64)), "eve", "try", "other"));
        rig.clock.pass(Duration.ofHours(1));
        rig.generations.activate(Places.make(
                rig.generations.now(), HarnessChange.ofBundle("style", ListGenerations.OLD), "eve", "back", "other"));
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.graded(3, i -> true);
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(1));
        rig.runs.graded(9, i -> true);

        experiments.follow();

        assertThat(of(watch(promoted), Measure.OUTCOME).before().cases()).isEqualTo(3);
    }

    @Test
    void triesAgainWhenTheRollbackIsRefused() {
        rig.runs.graded(60, WatchTest::mostly);
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.graded(60, WatchTest::hardly);
        rig.generations.refuses = true;
        experiments.follow();
        assertThat(watch(promoted).state()).isEqualTo(State.HARMFUL);
        assertThat(hash()).isEqualTo(ListGenerations.NEW);

        rig.generations.refuses = false;
        experiments.follow();

        assertThat(watch(promoted).state()).isEqualTo(State.WORSENED);
        assertThat(hash()).isEqualTo(ListGenerations.OLD);
    }

    @Test
    void doesNothingThatTheAuditLogCannotTake() {
        rig.runs.graded(60, WatchTest::mostly);
        Experiment promoted = promoted();
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.graded(60, WatchTest::hardly);
        rig.audit.broken = true;

        experiments.follow();

        assertThat(watch(promoted).state()).isEqualTo(State.FOLLOWING);
        assertThat(hash()).isEqualTo(ListGenerations.NEW);
    }

    @Test
    void isNotSeenFromElsewhere() {
        Experiment promoted = promoted();

        assertThat(experiments.comparisons(Scope.ofWorkspace("w2"), promoted.id()))
                .isEqualTo(List.of());
        assertThat(experiments.comparisons(new Scope("w1", "ben"), promoted.id()))
                .isEmpty();
        assertThat(Optional.of(watch(promoted))).isPresent();
    }
}
