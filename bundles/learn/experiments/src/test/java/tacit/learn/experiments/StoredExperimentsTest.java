package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.experiments.Rig.SCOPE;
import static tacit.learn.experiments.Rig.bundle;
import static tacit.learn.experiments.Rig.ceiling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.ProposalRefused;
import tacit.api.gate.Decision;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.HeardEvents;

@EachDatabase
class StoredExperimentsTest {

    @TempDir
    Path folder;

    private Rig rig;
    private StoredExperiments experiments;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, folder);
        experiments = rig.start();
    }

    private Experiment passed() {
        rig.improves(20);
        Experiment proposed = experiments.propose(SCOPE, bundle("ada"));
        return experiments.run(SCOPE, proposed.id(), "ada");
    }

    @Test
    void keepsAProposalWithWhatStandsThere() {
        Experiment made = experiments.propose(SCOPE, ceiling("9"));

        assertThat(made.state()).isEqualTo(ExperimentState.PROPOSED);
        assertThat(made.before()).containsExactly(java.util.Optional.of("5"));
        assertThat(rig.start().find(SCOPE, made.id())).contains(made);
        assertThat(experiments
                        .list(SCOPE, Set.of(ExperimentState.PROPOSED), PageRequest.first(5))
                        .rows())
                .containsExactly(made);
        assertThat(experiments
                        .list(SCOPE, Set.of(ExperimentState.PROMOTED), PageRequest.first(5))
                        .total())
                .isZero();
        assertThat(rig.audit.entries).extracting(AuditEntry::action).containsExactly("experiment.propose");
    }

    @Test
    void isUnseenFromElsewhere() {
        Experiment made = experiments.propose(SCOPE, ceiling("9"));

        assertThat(experiments.find(Scope.ofWorkspace("w2"), made.id())).isEmpty();
        assertThat(experiments.find(new Scope("w1", "ben"), made.id())).isEmpty();
        assertThat(experiments.history(Scope.ofWorkspace("w2"), made.id())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiments.run(Scope.ofWorkspace("w2"), made.id(), "eve"));
    }

    @Test
    void w1ExecutesTheCasesUnderBothArmsAndRollsBackToWhatStoodBefore() {
        Experiment passed = passed();

        assertThat(passed.state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(passed.trial()).isNotNull();
        assertThat(passed.trial().asked()).isEqualTo(20);
        assertThat(passed.trial().verdict().effect().fixed()).isEqualTo(20);
        Experiment promoted = experiments.promote(SCOPE, passed.id(), "ben", "looks right");
        assertThat(promoted.state()).isEqualTo(ExperimentState.PROMOTED);
        assertThat(promoted.generation()).isEqualTo(2);
        assertThat(rig.generations.now().roles().get("style").sha256()).isEqualTo(ListGenerations.NEW);
        Experiment back = experiments.rollBack(SCOPE, passed.id(), "ben", "users complain");
        assertThat(back.state()).isEqualTo(ExperimentState.ROLLED_BACK);
        assertThat(rig.generations.now().roles().get("style").sha256()).isEqualTo(ListGenerations.OLD);
        assertThat(experiments.history(SCOPE, passed.id()))
                .extracting(ExperimentStep::to)
                .containsExactly(
                        ExperimentState.PROPOSED,
                        ExperimentState.RUNNING,
                        ExperimentState.PASSED_GATE,
                        ExperimentState.PROMOTED,
                        ExperimentState.ROLLED_BACK);
    }

    @Test
    void tellsOfEachMove() {
        HeardEvents events = new HeardEvents();
        experiments.events = events;
        String id = passed().id();
        experiments.promote(SCOPE, id, "ben", "looks right");
        experiments.rollBack(SCOPE, id, "ben", "users complain");

        assertThat(events.lines())
                .containsExactly(
                        "experiment.changed " + id + " {state=proposed, version=1}",
                        "experiment.changed " + id + " {state=running, version=2}",
                        "experiment.changed " + id + " {state=passed_gate, version=3}",
                        "experiment.changed " + id + " {state=promoted, version=4}",
                        "experiment.changed " + id + " {state=rolled_back, version=5}");
        assertThat(events.events()).allMatch(event -> event.scope().equals(SCOPE));
    }

    @Test
    void w1RefusesAChangeInTheWrongDirection() {
        rig.cases.with(20);
        rig.cases.cases.forEach(one -> rig.answers.put(ListGenerations.NEW + one.id(), "\"bad\""));
        Experiment made = experiments.propose(SCOPE, bundle("ada"));

        Experiment failed = experiments.run(SCOPE, made.id(), "ada");

        assertThat(failed.state()).isEqualTo(ExperimentState.FAILED_GATE);
        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.promote(SCOPE, made.id(), "ben", "anyway"))
                .withMessageContaining("failed gate");
        assertThat(rig.generations.all).hasSize(1);
    }

    @Test
    void isInconclusiveWithoutAnExecutedCase() {
        rig.cases.cases.add(ListCases.of("seen", true, false));
        Experiment made = experiments.propose(SCOPE, bundle("ada"));

        Experiment ran = experiments.run(SCOPE, made.id(), "ada");

        assertThat(ran.state()).isEqualTo(ExperimentState.INCONCLUSIVE);
        assertThat(ran.trial().asked()).isZero();
        assertThat(rig.lastRun).as("what proposals may look at is not asked").isNull();
    }

    @Test
    void countsWhatCannotBeAnsweredAsUnknown() {
        rig.improves(20);
        rig.answers.put(ListGenerations.NEW + "c3", "?");
        Experiment made = experiments.propose(SCOPE, bundle("ada"));

        Experiment ran = experiments.run(SCOPE, made.id(), "ada");

        assertThat(ran.trial().asked()).isEqualTo(19);
        assertThat(ran.trial().unanswerable()).isEqualTo(1);
        assertThat(ran.trial().verdict().effect().fixedIds()).doesNotContain("c3");
    }

    @Test
    void leavesOutWhatOneArmAnsweredInTwoWays() {
        rig.improves(20);
        rig.cases.quarantine.add("c7");
        Experiment made = experiments.propose(SCOPE, bundle("ada"));

        Experiment ran = experiments.run(SCOPE, made.id(), "ada");

        assertThat(ran.trial().asked()).isEqualTo(19);
        assertThat(ran.trial().quarantined()).containsExactly("c7");
    }

    @Test
    void failsACandidateThatDoesNotStartOnceItIsAsked() {
        rig.cases.with(20);
        rig.startFailure = "its component threw";
        Experiment made = experiments.propose(SCOPE, bundle("ada"));

        Experiment ran = experiments.run(SCOPE, made.id(), "ada");

        assertThat(ran.state()).isEqualTo(ExperimentState.FAILED_GATE);
        assertThat(rig.cases.recorded)
                .anyMatch(run -> String.valueOf(run.reason()).contains("its component threw"));
    }

    @Test
    void failsWhenAProtectedCaseBreaks() {
        rig.improves(30);
        rig.cases.cases.add(ListCases.of("guard", false, true));
        rig.answers.put(ListGenerations.NEW + "guard", "\"bad\"");
        Experiment made = experiments.propose(SCOPE, bundle("ada"));

        Experiment ran = experiments.run(SCOPE, made.id(), "ada");

        assertThat(ran.trial().verdict().decision()).isEqualTo(Decision.FAIL);
        assertThat(ran.trial().verdict().reason()).contains("guard");
    }

    @Test
    void w10RefusesWhatChangesNothing() {
        assertThatThrownBy(() -> experiments.propose(SCOPE, ceiling("5")))
                .isInstanceOf(ProposalRefused.class)
                .hasMessageContaining("changes nothing");
    }

    @Test
    void w10RefusesTheSameAgainUntilItHasRested() {
        Experiment made = experiments.propose(SCOPE, ceiling("9"));
        assertThatThrownBy(() -> experiments.propose(SCOPE, ceiling("9")))
                .isInstanceOf(ProposalRefused.class)
                .hasMessageContaining(made.id());
        experiments.reject(SCOPE, made.id(), "ben", "no");

        assertThatThrownBy(() -> experiments.propose(SCOPE, ceiling("9")))
                .isInstanceOf(ProposalRefused.class)
                .hasMessageContaining("rejected");
        rig.clock.pass(Duration.ofDays(15));
        assertThat(experiments.propose(SCOPE, ceiling("9")).state()).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void w10RefusesTwoThatWouldChangeTheSamePlace() {
        Experiment made = experiments.propose(SCOPE, ceiling("9"));

        assertThatThrownBy(() -> experiments.propose(SCOPE, ceiling("8")))
                .isInstanceOf(ProposalRefused.class)
                .hasMessageContaining(made.id());
        assertThat(experiments.list(SCOPE, Set.of(), PageRequest.first(5)).total())
                .isEqualTo(1);
        experiments.reject(SCOPE, made.id(), "ben", "no");
        assertThat(experiments.propose(SCOPE, ceiling("8")).state()).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void refusesWhatItsCasesDoNotJudge() {
        HarnessChange foreign = HarnessChange.ofBundle("persona", ListGenerations.NEW);
        HarnessChange settings = HarnessChange.ofSettings("tacit.other", Map.of("a", "b"));
        HarnessChange absent = HarnessChange.ofBundle("style", "c".repeat(64));

        assertThatThrownBy(() -> experiments.propose(SCOPE, Rig.of(foreign, "ada")))
                .hasMessageContaining("persona");
        assertThatThrownBy(() -> experiments.propose(SCOPE, Rig.of(settings, "ada")))
                .hasMessageContaining("has no settings tacit.other");
        assertThatThrownBy(() -> experiments.propose(SCOPE, Rig.of(absent, "ada")))
                .hasMessageContaining("No bundle is staged");
        rig.generations.refuses = true;
        assertThatThrownBy(() -> experiments.propose(SCOPE, bundle("ada")))
                .isInstanceOf(ProposalRefused.class)
                .hasMessageContaining("may not run here");
    }

    @Test
    void isNotPromotedByItsProposer() {
        Experiment passed = passed();

        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.promote(SCOPE, passed.id(), "ada", "mine"))
                .withMessageContaining("ada proposed it");
    }

    @Test
    void isNotPromotedWhenTheHarnessChangedThereSince() {
        Experiment passed = passed();
        rig.generations.activate(Places.make(
                rig.generations.now(), HarnessChange.ofBundle("style", "d".repeat(64)), "eve", "by hand", "other"));

        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.promote(SCOPE, passed.id(), "ben", "go"))
                .withMessageContaining("run it again");
    }

    @Test
    void keepsStateAndHarnessWhenTheActivationIsRefused() {
        Experiment passed = passed();
        rig.generations.refuses = true;

        assertThatIllegalStateException().isThrownBy(() -> experiments.promote(SCOPE, passed.id(), "ben", "go"));

        assertThat(experiments.find(SCOPE, passed.id())).contains(passed);
        assertThat(rig.generations.now().number()).isEqualTo(1);
    }

    @Test
    void doesNothingThatTheAuditLogCannotTake() {
        Experiment passed = passed();
        rig.audit.broken = true;

        assertThatThrownBy(() -> experiments.promote(SCOPE, passed.id(), "ben", "go"))
                .hasMessageContaining("full");
        assertThatThrownBy(() -> experiments.reject(SCOPE, passed.id(), "ben", "no"))
                .hasMessageContaining("full");

        assertThat(experiments.find(SCOPE, passed.id())).contains(passed);
        assertThat(rig.generations.all).hasSize(1);
    }

    @Test
    void knowsAPromotionThatTheHostDidNotOutlive() {
        Experiment passed = passed();
        rig.generations.dies = true;
        assertThatThrownBy(() -> experiments.promote(SCOPE, passed.id(), "ben", "go"))
                .hasMessageContaining("died");
        rig.generations.dies = false;

        StoredExperiments restarted = rig.start();

        assertThat(restarted.find(SCOPE, passed.id()).orElseThrow())
                .returns(ExperimentState.PROMOTED, Experiment::state)
                .returns(2L, Experiment::generation);
        assertThat(restarted.history(SCOPE, passed.id())).last().returns("ben", ExperimentStep::by);
    }

    @Test
    void waitsAgainWhenTheHostDiedWhileItRan() {
        Experiment made = experiments.propose(SCOPE, bundle("ada"));
        Moves moves = new Moves(rig.database, rig.audit, rig.clock);
        moves.running(made, rig.generations.now(), Home.ANYWHERE, "ada");

        StoredExperiments restarted = rig.start();

        assertThat(restarted.find(SCOPE, made.id()).orElseThrow().state()).isEqualTo(ExperimentState.PROPOSED);
        assertThat(restarted.run(SCOPE, made.id(), "ada").state()).isEqualTo(ExperimentState.INCONCLUSIVE);
    }

    @Test
    void notesARollbackByOtherMeans() {
        Experiment passed = passed();
        experiments.promote(SCOPE, passed.id(), "ben", "go");

        rig.generations.rollBack(java.util.Optional.of(1L), "eve", "by hand");
        experiments.activated();

        assertThat(experiments.find(SCOPE, passed.id()).orElseThrow().state()).isEqualTo(ExperimentState.ROLLED_BACK);
    }

    @Test
    void bringsBackItsOwnPlacesAlone() {
        rig.improves(20);
        rig.cases.cases.forEach(one -> rig.answers.remove(ListGenerations.OLD + one.id()));
        Experiment made = experiments.propose(SCOPE, ceiling("9"));
        Experiment ran = experiments.run(SCOPE, made.id(), "ada");
        assertThat(ran.state()).as("the same jar answers the same").isEqualTo(ExperimentState.INCONCLUSIVE);
        assertThat(rig.lastRun.configurations().get("tacit.style"))
                .containsEntry("ceiling", "9")
                .containsEntry("other", "x");
    }

    @Test
    void doesNotRollBackWhatAnotherChangeReplaced() {
        Experiment passed = passed();
        experiments.promote(SCOPE, passed.id(), "ben", "go");
        rig.generations.activate(Places.make(
                rig.generations.now(), HarnessChange.ofBundle("style", "d".repeat(64)), "eve", "by hand", "other"));
        experiments.activated();

        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.rollBack(SCOPE, passed.id(), "ben", "back"))
                .withMessageContaining("another change");
    }

    @Test
    void keepsAFolderThatAnyAgentCanRead() throws Exception {
        Experiment passed = passed();

        Path own = folder.resolve("experiments").resolve(passed.id());

        assertThat(Files.readString(own.resolve("proposal.json"))).contains("\"Rank better\"");
        assertThat(Files.readString(own.resolve("diff.json")))
                .contains("role:style")
                .contains(ListGenerations.NEW);
        assertThat(Files.readString(own.resolve("verdict.json"))).contains("\"PASS\"");
        List<String> lines = Files.readAllLines(own.resolve("cases.jsonl"));
        assertThat(lines).hasSize(80).first().asString().contains("\"arm\":\"baseline\"");
        assertThat(own.resolve("bundle-" + "b".repeat(12) + ".jar")).exists();
    }

    @Test
    void takesSecretsOutOfWhatItKeeps() {
        Experiment made = experiments.propose(
                SCOPE,
                new tacit.api.experiment.Proposal(
                        tacit.api.experiment.Proposal.ChangeKind.BUNDLE,
                        HarnessChange.ofBundle("style", ListGenerations.NEW),
                        "style",
                        "Better",
                        "As the key AKIAIOSFODNN7EXAMPLE shows",
                        List.of(),
                        null,
                        "ada"));

        assertThat(made.proposal().why()).doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void refusesSettingsThatAreOutOfBounds() {
        rig.settings.put("alpha", 0.7);

        assertThatIllegalArgumentException().isThrownBy(() -> rig.start()).withMessageContaining("alpha");
    }

    @Test
    void doesNotPromoteWhatIsOnlyShown() {
        rig.improves(20);
        tacit.api.experiment.Proposal memory = new tacit.api.experiment.Proposal(
                tacit.api.experiment.Proposal.ChangeKind.MEMORY_POLICY,
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
                .isThrownBy(() -> experiments.promote(SCOPE, passed.id(), "ben", "go"))
                .withMessageContaining("memory.promotable");
        rig.settings.put("memory_promotable", true);
        assertThat(rig.start().promote(SCOPE, passed.id(), "ben", "go").state()).isEqualTo(ExperimentState.PROMOTED);
    }
}
