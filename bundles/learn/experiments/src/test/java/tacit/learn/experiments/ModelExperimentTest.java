package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static tacit.learn.experiments.Rig.SCOPE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.gate.CostChange;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;
import tacit.api.store.Database;
import tacit.learn.runs.AgentRunEvaluator;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

/** The model of an agent is proved by its runs, promoted and brought back as any other change. */
@EachDatabase
class ModelExperimentTest {

    private static final List<String> TASKS =
            IntStream.range(0, 30).mapToObj(i -> "task-" + i).toList();

    @TempDir
    Path folder;

    private Rig rig;
    private ModelAgent agent;
    private StoredExperiments experiments;

    @BeforeEach
    void open(Database database) throws IOException {
        rig = new Rig(database, folder);
        agent = new ModelAgent(rig);
        Path tasks = Files.write(folder.resolve("tasks.txt"), TASKS);
        AgentRunEvaluator runs = new AgentRunEvaluator(
                rig.generations,
                rig.trials,
                rig.runs.traces,
                rig.clock,
                Configurations.of(
                        AgentRunEvaluator.Config.class,
                        Map.of("command", "agent", "tasks", tasks.toString(), "workspace", SCOPE.workspaceId())));
        runs.bindExecutor(agent);
        rig.besides.add(runs);
        experiments = rig.start();
    }

    private Experiment proposed(Map<String, String> settings) {
        HarnessChange change = HarnessChange.ofSettings(ListGenerations.MODELS, settings);
        return experiments.propose(
                SCOPE,
                new Proposal(
                        Proposal.ChangeKind.CONFIGURATION,
                        change,
                        "model-choice",
                        "Another model",
                        "It may do more",
                        List.of(),
                        null,
                        "ada"));
    }

    private String inForce() {
        return String.valueOf(agent.choice()
                .choose(ModelQuestion.of(ModelPurpose.AGENT, ModelAgent.NAME))
                .model());
    }

    @Test
    void promotesABetterModelAndBringsTheEarlierOneBack() {
        Experiment passed =
                experiments.run(SCOPE, proposed(Map.of("model", "large-2")).id(), "ada");

        assertThat(passed.state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(passed.trial().evaluator()).isEqualTo("agent-run");
        assertThat(passed.trial().asked()).isEqualTo(TASKS.size());
        assertThat(passed.trial().verdict().effect().fixed()).isEqualTo(15);
        assertThat(passed.trial().verdict().effect().broken()).isZero();
        assertThat(inForce()).as("nothing has changed so far").isEqualTo("small-1");

        Experiment promoted = experiments.promote(SCOPE, passed.id(), "ben", "worth its tokens");
        assertThat(promoted.generation()).isEqualTo(2);
        assertThat(inForce()).isEqualTo("large-2");
        assertThat(rig.generations.now().experimentId()).isEqualTo(passed.id());

        experiments.rollBack(SCOPE, passed.id(), "ben", "too dear");
        assertThat(inForce()).isEqualTo("small-1");
    }

    @Test
    void reportsWhatEachModelCosts() {
        Experiment passed =
                experiments.run(SCOPE, proposed(Map.of("model", "large-2")).id(), "ada");

        assertThat(passed.trial().verdict().costs())
                .filteredOn(cost -> cost.measure() == CostChange.Measure.TOKENS)
                .containsExactly(new CostChange(CostChange.Measure.TOKENS, TASKS.size(), 100, 700, null));
    }

    @Test
    void saysInTheTracesWhichModelWorked() {
        Experiment passed =
                experiments.run(SCOPE, proposed(Map.of("model", "large-2")).id(), "ada");

        assertThat(agent.models("experiment/" + passed.id() + "/", "/baseline")).containsOnly("small-1");
        assertThat(agent.models("experiment/" + passed.id() + "/", "/candidate"))
                .hasSize(TASKS.size())
                .containsOnly("large-2");
    }

    @Test
    void judgesTheModelOfOneAgentByThatAgent() {
        Experiment passed = experiments.run(
                SCOPE,
                proposed(Map.of("by.agent", ModelAgent.NAME + "=large-2")).id(),
                "ada");

        assertThat(passed.state()).isEqualTo(ExperimentState.PASSED_GATE);
        experiments.promote(SCOPE, passed.id(), "ben", "for it alone");
        assertThat(inForce()).isEqualTo("large-2");
        assertThat(agent.choice()
                        .choose(ModelQuestion.of(ModelPurpose.AGENT, "another"))
                        .model())
                .isEqualTo("small-1");
    }

    @Test
    void refusesAWorseModel() {
        Experiment failed =
                experiments.run(SCOPE, proposed(Map.of("model", "tiny-0")).id(), "ada");

        assertThat(failed.state()).isEqualTo(ExperimentState.FAILED_GATE);
        assertThat(failed.trial().verdict().effect().broken()).isEqualTo(15);
        assertThatIllegalStateException()
                .isThrownBy(() -> experiments.promote(SCOPE, failed.id(), "ben", "anyway"))
                .withMessageContaining("failed gate");
        assertThat(inForce()).isEqualTo("small-1");
    }

    @Test
    void decidesNothingForAModelThatDoesAsWell() {
        Experiment same =
                experiments.run(SCOPE, proposed(Map.of("model", "small-2")).id(), "ada");

        assertThat(same.state()).isEqualTo(ExperimentState.INCONCLUSIVE);
        assertThat(inForce()).isEqualTo("small-1");
    }
}
