package tacit.learn.proposers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.proposers.World.SCOPE;
import static tacit.learn.proposers.World.ceiling;

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
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Proposer.Answer;
import tacit.api.experiment.Proposers.Report;
import tacit.api.experiment.Proposers.Status;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredProposersTest {

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        world.answerers.put(World.STYLE, (settings, id) -> Map.of("9", "\"good\"")
                .getOrDefault(settings.get(World.STYLE_PID).get("ceiling"), "\"bad\""));
    }

    private List<Experiment> in(ExperimentState state) {
        return world.experiments()
                .list(SCOPE, Set.of(state), PageRequest.first(10))
                .rows();
    }

    private ListProposer proposes(String value) {
        ListProposer proposer = ListProposer.of("good", ceiling(value, "rule:good"));
        world.proposers.add(proposer);
        return proposer;
    }

    private void looks() {
        new ExperimentLoop(
                        world.start(),
                        new ListTraces(),
                        world.clock,
                        Configurations.of(ExperimentLoop.Config.class, Map.of("period_seconds", 86_400)))
                .look();
    }

    @Test
    void w13RunsWhatIsProposedByItselfAndPromotesNothing() {
        world.cases.newer(20);
        proposes("9");

        looks();

        assertThat(in(ExperimentState.PASSED_GATE))
                .singleElement()
                .satisfies(passed -> assertThat(passed.proposal().proposer()).isEqualTo("rule:good"));
        assertThat(world.generations.all).hasSize(1);
        assertThat(world.audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("experiment.propose", "experiment.run");
    }

    @Test
    void w13RunsWhatAPersonProposedToo() {
        world.cases.newer(20);
        world.experiments().propose(SCOPE, ceiling("9", "ada"));

        Report report = world.start().look(SCOPE, "ada");

        assertThat(report.ran()).hasSize(1);
        assertThat(in(ExperimentState.PASSED_GATE)).hasSize(1);
    }

    @Test
    void w10CountsARefusedRepeatWithItsReasonAndGoesOn() {
        world.cases.newer(20);
        ListProposer same = proposes("1");
        looks();
        assertThat(in(ExperimentState.INCONCLUSIVE)).hasSize(1);

        world.clock.pass(Duration.ofHours(7));
        looks();

        assertThat(same.told).hasSize(2);
        assertThat(same.told.get(1).earlier()).hasSize(1);
        Status status = world.start().status(SCOPE).get(0);
        assertThat(status.entered()).isEqualTo(1);
        assertThat(status.refused()).isEqualTo(1);
        assertThat(status.latest().get(0).refusal()).contains("proposes the same");
        assertThat(status.latest().get(1).experimentId()).isNotNull();
    }

    @Test
    void w10TellsProposersWhatWasRefused() {
        ListProposer proposer = new ListProposer("quiet", context -> Answer.nothing("nothing new"));
        world.proposers.add(proposer);
        Experiments experiments = world.experiments();
        Experiment made = experiments.propose(SCOPE, ceiling("9", "ada"));
        experiments.reject(SCOPE, made.id(), "ben", "no");

        world.start().look(SCOPE, "ben");

        assertThat(proposer.told.get(0).refused()).extracting(Experiment::id).containsExactly(made.id());
        assertThat(proposer.told.get(0).claimed("tacit.style:ceiling")).isFalse();
        assertThat(world.start().status(SCOPE).get(0).notes()).containsExactly("nothing new");
    }

    @Test
    void w10RefusesNoChangeAndAPlaceThatIsClaimed() {
        world.proposers.add(ListProposer.of(
                "many", ceiling("5", "rule:many"), ceiling("8", "rule:many"), ceiling("9", "rule:many")));

        Report report = world.start().look(SCOPE, "ada");

        assertThat(report.entered()).hasSize(1);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(world.start().status(SCOPE).get(0).latest())
                .extracting(fate -> String.valueOf(fate.refusal()))
                .satisfiesExactly(
                        none -> assertThat(none).contains("It changes nothing"),
                        taken -> assertThat(taken).isEqualTo("null"),
                        claimed -> assertThat(claimed).contains("would change the same place"));
    }

    @Test
    void takesNoMoreProposalsThanARoundMayHave() {
        world.settings.put("most_proposals", 1);
        world.proposers.add(ListProposer.of("many", ceiling("8", "rule:many"), ceiling("9", "rule:many")));

        Report report = world.start().look(SCOPE, "ada");

        assertThat(report.entered()).hasSize(1);
        assertThat(world.start().status(SCOPE).get(0).latest().get(1).refusal())
                .isEqualTo("More than 1 proposals in one round");
    }

    @Test
    void refusesAProposerThatSpeaksForAnother() {
        world.proposers.add(ListProposer.of("sly", ceiling("9", "ben")));

        Report report = world.start().look(SCOPE, "ada");

        assertThat(report.entered()).isEmpty();
        assertThat(world.start().status(SCOPE).get(0).latest().get(0).refusal()).contains("said to be by 'ben'");
    }

    @Test
    void namesAProposerThatFailsAndAsksTheOthers() {
        world.proposers.add(new ListProposer("bad", context -> {
            throw new IllegalStateException("no idea");
        }));
        proposes("9");

        Report report = world.start().look(SCOPE, "ada");

        assertThat(report.entered()).hasSize(1);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("bad: It failed:") && note.contains("no idea"));
    }

    @Test
    void asksAgainOnlyAfterTheCadenceAlsoAfterARestart() {
        ListProposer proposer = proposes("9");

        looks();
        looks();
        assertThat(proposer.told).hasSize(1);

        world.clock.pass(Duration.ofHours(6));
        looks();
        assertThat(proposer.told).hasSize(2);
    }

    @Test
    void asksNobodyAndRunsNothingWhileLearningIsOff() {
        world.cases.newer(20);
        ListProposer proposer = proposes("9");
        world.experiments().propose(SCOPE, ceiling("9", "ada"));
        world.switches.on = false;

        Report report = world.start().look(SCOPE, "ada");

        assertThat(proposer.told).isEmpty();
        assertThat(report.ran()).isEmpty();
        assertThat(report.notes()).containsExactly("LEARNING is off");
        assertThat(world.start().budget().note()).isEqualTo("LEARNING is off");
    }

    @Test
    void asksNobodyWhereNoProposalIsWanted() {
        world.settings.put("most_proposals", 0);
        ListProposer proposer = proposes("9");

        world.start().look(SCOPE, "ada");

        assertThat(proposer.told).isEmpty();
    }

    @Test
    void writesDownWhoLooksBeforeItDoes() {
        world.audit.broken = true;
        ListProposer proposer = proposes("9");

        assertThatThrownBy(() -> world.start().look(SCOPE, "ada")).hasMessage("The log is full");
        assertThat(proposer.told).isEmpty();
    }

    @Test
    void looksAtWorkspacesAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.start().look(new Scope("w1", "ada"), "ada"))
                .withMessageContaining("ada");
        assertThat(world.start().status(new Scope("w1", "ada"))).isEmpty();
    }

    @Test
    void showsTheOnesOfTheWorkspaceAndThoseThatWent() {
        proposes("9");
        world.start().look(SCOPE, "ada");
        world.proposers.clear();

        assertThat(world.start().status(SCOPE)).singleElement().satisfies(gone -> {
            assertThat(gone.name()).isEqualTo("good");
            assertThat(gone.present()).isFalse();
            assertThat(gone.rounds()).isEqualTo(1);
        });
        assertThat(world.start().status(Scope.ofWorkspace("w2"))).isEmpty();
    }

    @Test
    void keepsNoSecretOfAProposer() {
        String secret = "sk-" + "a1B2".repeat(12);
        world.proposers.add(new ListProposer("loose", context -> Answer.nothing("It read " + secret + "\nand more")));

        world.start().look(SCOPE, "ada");

        assertThat(world.start().status(SCOPE).get(0).notes())
                .singleElement()
                .satisfies(note -> assertThat(note).doesNotContain(secret).endsWith("and more"));
    }

    @Test
    void forgetsOldRounds() {
        proposes("9");
        looks();
        world.clock.pass(Duration.ofDays(91));
        world.proposers.clear();

        looks();

        assertThat(world.start().status(SCOPE)).isEmpty();
    }

    @Test
    void refusesSettingsOutOfBounds() {
        world.settings.put("propose_minutes", 0);

        assertThatIllegalArgumentException()
                .isThrownBy(world::start)
                .withMessage("propose.minutes must be in [1, 43200], got 0");
    }
}
