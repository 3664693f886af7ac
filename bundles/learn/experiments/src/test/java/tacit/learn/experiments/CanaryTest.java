package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.experiments.Rig.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.experiment.Proposal;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.learn.ClusterState;
import tacit.api.store.Database;
import tacit.learn.experiments.live.Split;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class CanaryTest {

    private static final double SHARE = 0.4;

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

    private Experiment passed() {
        rig.improves(20);
        Experiment proposed = experiments.propose(SCOPE, rig.against(null));
        return experiments.run(SCOPE, proposed.id(), "ada");
    }

    private Experiment canary() {
        return experiments.canary(SCOPE, passed().id(), SHARE, "ben", "a few first");
    }

    /** Sessions that the candidate serves, or that it does not. */
    private static List<String> sessions(Experiment canary, Arm arm, int count) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> "s" + i)
                .filter(session -> Split.arm(canary.id(), "session " + session, SHARE) == arm)
                .limit(count)
                .toList();
    }

    private void runs(Experiment canary, boolean candidates, boolean others) {
        rig.clock.pass(Duration.ofMinutes(5));
        experiments.follow();
        rig.clock.pass(Duration.ofMinutes(5));
        List<String> served = sessions(canary, Arm.CANDIDATE, 40);
        List<String> left = sessions(canary, Arm.BASELINE, 40);
        List<String> inTurn = IntStream.range(0, 80)
                .mapToObj(i -> (i % 2 == 0 ? served : left).get(i / 2))
                .toList();
        rig.runs.ofSessions(inTurn, session -> served.contains(session) ? candidates : others);
    }

    private Experiment now(Experiment of) {
        return experiments.find(SCOPE, of.id()).orElseThrow();
    }

    private LiveComparison live(Experiment of) {
        return experiments.comparisons(SCOPE, of.id()).get(0);
    }

    private ArmTally candidates(Experiment of) {
        return live(of).measured().get(0).after();
    }

    @Test
    void w1HasTheCandidateServeItsShareAndNobodyElse() throws Exception {
        Experiment canary = canary();

        assertThat(canary.state()).isEqualTo(ExperimentState.CANARY);
        assertThat(rig.trials.open.get(canary.id()).bundles()).containsEntry("style", ListGenerations.NEW);
        for (String session : sessions(canary, Arm.CANDIDATE, 3)) {
            rig.arms.serve("w1", "session " + session, () -> "done");
        }
        assertThat(rig.trials.led).hasSize(3);
        for (String session : sessions(canary, Arm.BASELINE, 3)) {
            rig.arms.serve("w1", "session " + session, () -> "done");
        }
        for (String session : sessions(canary, Arm.CANDIDATE, 3)) {
            rig.arms.serve("w2", "session " + session, () -> "done");
        }
        assertThat(rig.arms.<String>serve("w1", null, () -> "done")).isEqualTo("done");
        assertThat(rig.trials.led).hasSize(3);
    }

    @Test
    void w1RejectsWhatDoesWorseAndLeavesTheFamilyAlone() {
        rig.runs.add(10, i -> true, i -> true);
        rig.improves(20);
        Experiment proposed =
                experiments.propose(SCOPE, rig.against(rig.runs.family().id()));
        experiments.run(SCOPE, proposed.id(), "ada");
        Experiment canary = experiments.canary(SCOPE, proposed.id(), SHARE, "ben", "a few first");
        runs(canary, false, true);

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.REJECTED);
        assertThat(live(canary).state()).isEqualTo(State.WORSENED);
        assertThat(candidates(canary)).isEqualTo(new ArmTally(40, 0));
        assertThat(rig.trials.open).isEmpty();
        assertThat(rig.runs.family().state()).isEqualTo(ClusterState.STABLE);
        assertThat(rig.generations.all).hasSize(1);
        assertThat(rig.learnings.all).hasSize(1);
        assertThat(experiments.history(SCOPE, canary.id())).last().returns("rule:canary", ExperimentStep::by);
    }

    @Test
    void waitsForAnOperatorWhenItDoesBetter() {
        Experiment canary = canary();
        runs(canary, true, false);
        experiments.follow();
        rig.clock.pass(Duration.ofDays(30));
        experiments.follow();
        assertThat(now(canary).state()).isEqualTo(ExperimentState.CANARY);
        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.promote(SCOPE, canary.id(), "ada", "mine"))
                .withMessageContaining("ada proposed it");

        Experiment promoted = experiments.promote(SCOPE, canary.id(), "ben", "go");

        assertThat(promoted.state()).isEqualTo(ExperimentState.PROMOTED);
        assertThat(experiments.comparisons(SCOPE, canary.id()))
                .extracting(LiveComparison::kind, LiveComparison::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.WATCH, State.FOLLOWING),
                        org.assertj.core.groups.Tuple.tuple(Kind.CANARY, State.IMPROVED));
        assertThat(rig.trials.open).isEmpty();
        assertThat(rig.arms.led()).isEmpty();
    }

    @Test
    void promotesByItselfOnlyWhereItMayAndOnlyWhatWasApproved() {
        rig.settings.put("canary_promotes", true);
        restart();
        Experiment canary = canary();
        runs(canary, true, false);
        experiments.follow();
        assertThat(now(canary).state()).as("nobody approved").isEqualTo(ExperimentState.CANARY);
        experiments.approve(SCOPE, canary.id(), "ben", "if it is better");

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.PROMOTED);
        assertThat(experiments.history(SCOPE, canary.id()).get(5))
                .returns("rule:canary", ExperimentStep::by)
                .satisfies(step -> assertThat(step.reason()).contains("Approved by ben", "40 of 40 after"));
    }

    @Test
    void doesNotPromoteByItselfWhereItMayNot() {
        Experiment canary = canary();
        experiments.approve(SCOPE, canary.id(), "ben", "if it is better");
        runs(canary, true, false);

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.CANARY);
    }

    @Test
    void isInconclusiveWhenItsTimeIsOver() {
        Experiment canary = canary();
        rig.clock.pass(Duration.ofDays(14));

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.INCONCLUSIVE);
        assertThat(live(canary).state()).isEqualTo(State.UNDECIDED);
        assertThat(rig.trials.open).isEmpty();
        assertThat(experiments.run(SCOPE, canary.id(), "ada").state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(experiments.canary(SCOPE, canary.id(), SHARE, "ben", "again").state())
                .isEqualTo(ExperimentState.CANARY);
    }

    @Test
    void goesOnAfterAHostThatDiedAndCountsNothingOfTheGap() {
        Experiment canary = canary();
        runs(canary, true, true);
        experiments.follow();
        assertThat(candidates(canary).cases()).isEqualTo(40);
        restart();
        rig.clock.pass(Duration.ofMinutes(5));
        rig.runs.ofSessions(sessions(canary, Arm.CANDIDATE, 7), session -> true);

        experiments.follow();

        assertThat(rig.trials.open).containsKey(canary.id());
        assertThat(candidates(canary).cases())
                .as("who served in the gap is unknown")
                .isEqualTo(40);
        rig.clock.pass(Duration.ofMinutes(5));
        rig.runs.ofSessions(sessions(canary, Arm.CANDIDATE, 5), session -> true);
        experiments.follow();
        assertThat(candidates(canary).cases()).isEqualTo(45);
    }

    @Test
    void goesOnAfterAChangeElsewhere() {
        Experiment canary = canary();
        rig.generations.activate(Places.make(
                rig.generations.now(),
                HarnessChange.ofSettings("tacit.other", java.util.Map.of("a", "b")),
                "eve",
                "by hand",
                "other"));
        assertThat(rig.trials.open).isEmpty();

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.CANARY);
        assertThat(rig.trials.open).containsKey(canary.id());
    }

    @Test
    void isInconclusiveWhenWhatItWasComparedWithIsGone() {
        Experiment canary = canary();
        rig.generations.activate(Places.make(
                rig.generations.now(), HarnessChange.ofBundle("style", "d".repeat(64)), "eve", "by hand", "other"));

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.INCONCLUSIVE);
        assertThat(experiments.history(SCOPE, canary.id())).last().satisfies(step -> assertThat(step.reason())
                .contains("run it again"));
    }

    @Test
    void waitsWhenItCannotServeAgainAtOnce() {
        Experiment canary = canary();
        restart();
        rig.trials.refuses = true;
        experiments.follow();
        assertThat(now(canary).state()).isEqualTo(ExperimentState.CANARY);

        rig.trials.refuses = false;
        experiments.follow();

        assertThat(rig.trials.open).containsKey(canary.id());
    }

    @Test
    void staysPassedWhenTheCandidateCannotServe() {
        Experiment passed = passed();
        rig.trials.refuses = true;

        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.canary(SCOPE, passed.id(), SHARE, "ben", "go"))
                .withMessageContaining("no slot is idle");

        assertThat(now(passed)).isEqualTo(passed);
        assertThat(experiments.comparisons(SCOPE, passed.id())).isEmpty();
    }

    @Test
    void isNotOpenedByItsProposerNorForNobodyNorForAll() {
        Experiment passed = passed();

        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.canary(SCOPE, passed.id(), SHARE, "ada", "mine"))
                .withMessageContaining("ada proposed it");
        for (double share : new double[] {0, 0.04, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> experiments.canary(SCOPE, passed.id(), share, "ben", "go"))
                    .withMessageContaining("share");
        }
    }

    @Test
    void isTheOnlyOneOfItsWorkspace() {
        canary();
        Experiment other = experiments.propose(SCOPE, Rig.ceiling("9"));
        rig.cases.cases.forEach(one -> rig.answers.remove(ListGenerations.OLD + one.id()));
        assertThat(experiments.run(SCOPE, other.id(), "ada").state()).isEqualTo(ExperimentState.INCONCLUSIVE);
        rig.database.write(
                session -> session.update("UPDATE experiments SET state = 'PASSED_GATE' WHERE id = ?", other.id()));

        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.canary(SCOPE, other.id(), SHARE, "ben", "go"))
                .withMessageContaining("is in its canary");

        assertThat(rig.trials.open).hasSize(1);
    }

    @Test
    void isRejectedByAnOperatorAtAnyTime() {
        Experiment canary = canary();

        experiments.reject(SCOPE, canary.id(), "ben", "users complain");

        assertThat(rig.trials.open).isEmpty();
        assertThat(live(canary).state()).isEqualTo(State.STOPPED);
        assertThat(experiments.propose(SCOPE, Rig.ceiling("9")).state())
                .as("its places are free")
                .isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void showsNoMemoryPolicyToAnybody() {
        rig.improves(20);
        Proposal memory = new Proposal(
                Proposal.ChangeKind.MEMORY_POLICY,
                HarnessChange.ofBundle("style", ListGenerations.NEW),
                "style",
                "Forget sooner",
                "Old things disturb",
                List.of(),
                null,
                "ada");
        Experiment passed =
                experiments.run(SCOPE, experiments.propose(SCOPE, memory).id(), "ada");

        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.canary(SCOPE, passed.id(), SHARE, "ben", "go"))
                .withMessageContaining("memory.promotable");
    }

    @Test
    void approvesOnceItPassedAndNotByItsProposer() {
        Experiment proposed = experiments.propose(SCOPE, rig.against(null));
        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.approve(SCOPE, proposed.id(), "ben", "go"))
                .withMessageContaining("it is proposed");
        rig.improves(20);
        experiments.run(SCOPE, proposed.id(), "ada");
        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.approve(SCOPE, proposed.id(), "ada", "go"))
                .withMessageContaining("ada proposed it");

        Experiment approved = experiments.approve(SCOPE, proposed.id(), "ben", "if it is better");

        assertThat(approved.state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(experiments.history(SCOPE, proposed.id()))
                .last()
                .returns(true, ExperimentStep::approval)
                .returns("ben", ExperimentStep::by);
        assertThat(rig.audit.entries).last().satisfies(one -> assertThat(one.action())
                .isEqualTo("experiment.approve"));
    }

    @Test
    void anApprovalIsOfOneVerdictAlone() {
        rig.settings.put("canary_promotes", true);
        restart();
        Experiment passed = passed();
        experiments.approve(SCOPE, passed.id(), "ben", "if it is better");
        experiments.run(SCOPE, passed.id(), "ada");
        Experiment canary = experiments.canary(SCOPE, passed.id(), SHARE, "ben", "again");
        runs(canary, true, false);

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.CANARY);
    }

    @Test
    void dealsTheUnitsEvenlyAndAnewForEachCanary() {
        Experiment canary = canary();

        List<String> units =
                IntStream.range(0, 2_000).mapToObj(i -> "profile p" + i).toList();

        long led = units.stream()
                .filter(unit -> Split.arm(canary.id(), unit, SHARE) == Arm.CANDIDATE)
                .count();
        assertThat(led).isBetween(740L, 860L);
        long both = units.stream()
                .filter(unit -> Split.arm(canary.id(), unit, SHARE) == Arm.CANDIDATE)
                .filter(unit -> Split.arm("other", unit, SHARE) == Arm.CANDIDATE)
                .count();
        assertThat(both).as("another canary deals anew").isBetween(270L, 370L);
    }

    @Test
    void doesNothingThatTheAuditLogCannotTake() {
        Experiment passed = passed();
        rig.audit.broken = true;

        assertThatThrownBy(() -> experiments.canary(SCOPE, passed.id(), SHARE, "ben", "go"))
                .hasMessageContaining("full");

        assertThat(rig.trials.open).isEmpty();
        assertThat(now(passed)).isEqualTo(passed);
    }

    /** Has somebody else begin something, and goes on once that is over, or waits for us. */
    private static Thread meanwhile(Runnable work) {
        Thread other = new Thread(work);
        other.start();
        while (other.isAlive() && other.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        return other;
    }

    @Test
    void w1TakesAPromotionUnderWayForNoOtherChangeOfTheHarness() throws InterruptedException {
        Experiment canary = canary();
        List<Thread> looks = new ArrayList<>();
        rig.generations.step = () -> looks.add(meanwhile(experiments::follow));

        Experiment promoted = experiments.promote(SCOPE, canary.id(), "ben", "go");

        for (Thread look : looks) {
            look.join();
        }
        assertThat(promoted.state()).isEqualTo(ExperimentState.PROMOTED);
        assertThat(now(canary).state()).isEqualTo(ExperimentState.PROMOTED);
        assertThat(rig.generations.now().experimentId()).isEqualTo(canary.id());
        assertThat(looks).hasSize(2);
    }

    @Test
    void w1RejectsNothingWhosePromotionIsUnderWay() throws InterruptedException {
        Experiment canary = canary();
        List<RuntimeException> refused = new CopyOnWriteArrayList<>();
        List<Thread> rejections = new ArrayList<>();
        rig.generations.step = () -> rejections.add(meanwhile(() -> {
            try {
                experiments.reject(SCOPE, canary.id(), "eva", "no");
            } catch (IllegalStateException refusal) {
                refused.add(refusal);
            }
        }));

        experiments.promote(SCOPE, canary.id(), "ben", "go");

        for (Thread rejection : rejections) {
            rejection.join();
        }
        assertThat(now(canary).state()).isEqualTo(ExperimentState.PROMOTED);
        assertThat(refused).hasSize(2).allSatisfy(one -> assertThat(one)
                .hasMessageContaining("Cannot reject experiment " + canary.id() + ": it is promoted"));
    }

    @Test
    void w1NotesAPromotionThatWasNotNotedBeforeItLooks() {
        Experiment canary = canary();
        rig.generations.dies = true;
        assertThatThrownBy(() -> experiments.promote(SCOPE, canary.id(), "ben", "go"))
                .hasMessage("the host died");
        assertThat(now(canary).state()).isEqualTo(ExperimentState.CANARY);

        experiments.follow();

        assertThat(now(canary).state()).isEqualTo(ExperimentState.PROMOTED);
    }
}
