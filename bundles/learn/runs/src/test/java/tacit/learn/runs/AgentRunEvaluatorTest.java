package tacit.learn.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.execute.TaskOrder;
import tacit.api.experiment.Evaluator.Evaluation;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.store.Database;
import tacit.api.trace.OutcomeLabel;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class AgentRunEvaluatorTest {

    private static final Proposal RULES = proposal(HarnessChange.ofSettings("tacit.guard", Map.of("rules", "new")));

    @TempDir
    Path folder;

    private final OpenTrials trials = new OpenTrials();
    private WorkingAgent agent;
    private Clock clock = Clock.fixed(WorkingAgent.AT, ZoneOffset.UTC);
    private SqlTraceStore traces;

    @BeforeEach
    void open(Database database) throws IOException {
        traces = new SqlTraceStore(database);
        agent = new WorkingAgent(traces, (task, candidate) -> candidate || task.equals("t1"));
        tasks("t1", "t2", "t3");
    }

    private static Proposal proposal(HarnessChange change) {
        return new Proposal(ChangeKind.GUARD, change, "guard", "a rule", "runs fail", List.of(), null, "rule:test");
    }

    private void tasks(String... keys) throws IOException {
        Files.write(folder.resolve("tasks.txt"), List.of(keys));
    }

    private AgentRunEvaluator evaluator(Map<String, ?> settings) {
        Map<String, Object> all = new TreeMap<>(Map.of(
                "command", "agent --all", "tasks", folder.resolve("tasks.txt").toString()));
        all.putAll(settings);
        AgentRunEvaluator evaluator = new AgentRunEvaluator(
                new OneGeneration(), trials, traces, clock, Configurations.of(AgentRunEvaluator.Config.class, all));
        evaluator.bindExecutor(agent);
        return evaluator;
    }

    private static List<String> told(Evaluation evaluation, Arm arm) {
        return evaluation.runs().stream()
                .filter(run -> run.arm() == arm)
                .map(run -> run.caseId() + " " + run.outcome())
                .toList();
    }

    @Test
    void readsFromTheTracesOfBothArmsHowEachTaskWent() {
        Evaluation evaluation = evaluator(Map.of()).evaluate("e1", RULES, List.of());

        assertThat(told(evaluation, Arm.BASELINE)).containsExactly("t1 PASSED", "t2 FAILED", "t3 FAILED");
        assertThat(told(evaluation, Arm.CANDIDATE)).containsExactly("t1 PASSED", "t2 PASSED", "t3 PASSED");
        ReplayRun failed = evaluation.runs().get(1);
        assertThat(failed.reason()).startsWith("Trace t2-").endsWith(" failed");
        assertThat(failed.took()).isEqualTo(Duration.ofMillis(70));
        assertThat(evaluation.sandbox()).hasSize(1).first().asString().startsWith("none: ");
    }

    @Test
    void sumsTheTokensOfTheCallsOfEachTask() {
        agent.tokens.put("t1", 30L);
        agent.tokens.put("t2", 0L);

        Evaluation evaluation = evaluator(Map.of()).evaluate("e1", RULES, List.of());

        for (Arm arm : Arm.values()) {
            assertThat(evaluation.runs())
                    .filteredOn(run -> run.arm() == arm)
                    .extracting(ReplayRun::tokens)
                    .as("t3 says nothing of tokens, which is not none")
                    .containsExactly(120L, 0L, null);
        }
    }

    @Test
    void knowsNoTokensOfATaskWithoutATrace() {
        agent.silent.add("t2");

        Evaluation evaluation = evaluator(Map.of()).evaluate("e1", RULES, List.of());

        assertThat(told(evaluation, Arm.CANDIDATE)).contains("t2 UNANSWERABLE");
        assertThat(evaluation.runs()).extracting(ReplayRun::tokens).containsOnlyNulls();
    }

    @Test
    void letsTheCandidateAnswerOneArmAlone() {
        trials.orders = agent.orders;

        evaluator(Map.of("environment", "LANG")).evaluate("e1", RULES, List.of());

        assertThat(agent.orders)
                .extracting(order -> order.brief().attributes())
                .containsExactly(
                        Map.of("batch", "experiment/e1/1772438400000/baseline"),
                        Map.of("batch", "experiment/e1/1772438400000/candidate", "trial", "e1"));
        TaskOrder order = agent.orders.get(0);
        assertThat(order.brief().prompt()).isEqualTo("t1\nt2\nt3\n");
        assertThat(order.deviceSettings()).isEqualTo(Map.of("command", "agent --all", "environment", "LANG"));
        assertThat(trials.asked.get(0).configurations())
                .isEqualTo(Map.of("tacit.guard", Map.of("rules", "new", "kept", "1")));
        assertThat(trials.led).containsExactly("e1 after 1");
        assertThat(trials.open).isEmpty();
    }

    @Test
    void judgesModelsAsWellUnlessToldOtherwise() {
        Proposal model = new Proposal(
                ChangeKind.CONFIGURATION,
                HarnessChange.ofSettings("tacit.model.choice.SetModelChoice", Map.of("model", "m2")),
                "model-choice",
                "a model",
                "runs fail",
                List.of(),
                null,
                "ada");

        assertThat(evaluator(Map.of()).evaluates(model)).isTrue();
        assertThat(evaluator(Map.of("roles", "guard")).evaluates(model)).isFalse();
    }

    @Test
    void leavesOutTasksThatSomethingCanHaveBeenLearnedFrom() {
        agent.record("t2", "of a user", true);
        agent.record("t3", "experiment/e0/1/baseline", true);

        Evaluation evaluation = evaluator(Map.of()).evaluate("e1", RULES, List.of());

        assertThat(told(evaluation, Arm.BASELINE)).containsExactly("t1 PASSED", "t3 FAILED");
    }

    @Test
    void countsNothingThatAnEarlierEvaluationLeft() {
        evaluator(Map.of()).evaluate("e1", RULES, List.of());
        clock = Clock.offset(clock, Duration.ofHours(1));
        agent = new WorkingAgent(traces, (task, candidate) -> false);

        Evaluation evaluation = evaluator(Map.of()).evaluate("e1", RULES, List.of());

        assertThat(told(evaluation, Arm.CANDIDATE)).containsExactly("t1 FAILED", "t2 FAILED", "t3 FAILED");
    }

    @Test
    void knowsNothingOfWhatNobodyGraded() {
        agent.labels.put("t2", OutcomeLabel.UNKNOWN);

        Evaluation evaluation = evaluator(Map.of()).evaluate("e1", RULES, List.of());

        assertThat(told(evaluation, Arm.CANDIDATE)).contains("t2 UNANSWERABLE");
        assertThat(evaluation.runs())
                .filteredOn(run -> run.outcome() == Outcome.UNANSWERABLE)
                .allSatisfy(run -> assertThat(run.reason()).startsWith("Nobody graded trace"));
    }

    @Test
    void doesSoManyTasksAtMost() {
        Evaluation evaluation = evaluator(Map.of("most_tasks", 2)).evaluate("e1", RULES, List.of());

        assertThat(evaluation.runs()).hasSize(4);
    }

    @Test
    void failsWhenTheAgentDoesAndClosesTheTrial() {
        AgentRunEvaluator evaluator = evaluator(Map.of());
        agent.meanwhile = () -> agent.fails = agent.orders.size() == 2;

        assertThatThrownBy(() -> evaluator.evaluate("e1", RULES, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The agent failed as CANDIDATE: It ended with 1");
        assertThat(trials.open).isEmpty();
    }

    @Test
    void failsWhenTheCandidateCannotBeTried() {
        trials.refuses = true;

        assertThatThrownBy(() -> evaluator(Map.of()).evaluate("e1", RULES, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The candidate could not be tried: ");
    }

    @Test
    void failsWhenTheTrialEndedMeanwhile() {
        agent.meanwhile = trials.open::clear;

        assertThatThrownBy(() -> evaluator(Map.of()).evaluate("e1", RULES, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The harness changed while the agent worked under the candidate");
    }

    @Test
    void failsWithoutANewTaskOrAFile() throws IOException {
        agent.record("t1", "of a user", true);
        tasks("t1");
        assertThatThrownBy(() -> evaluator(Map.of()).evaluate("e1", RULES, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is new: each was recorded before");

        Files.delete(folder.resolve("tasks.txt"));
        assertThatThrownBy(() -> evaluator(Map.of()).evaluate("e1", RULES, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot read the tasks in ");
        assertThat(agent.orders).isEmpty();
    }

    @Test
    void failsWithoutItsExecutor() {
        assertThatThrownBy(() -> evaluator(Map.of("executor", "elsewhere")).evaluate("e1", RULES, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no executor 'elsewhere'");
    }

    @Test
    void judgesSettingsOfItsRolesAlone() {
        AgentRunEvaluator evaluator = evaluator(Map.of("roles", "guard, memory-layers"));

        assertThat(evaluator.evaluates(RULES)).isTrue();
        assertThat(evaluator.bringsCases()).isTrue();
        assertThat(evaluator.evaluates(proposal(HarnessChange.ofBundle("guard", "a".repeat(64)))))
                .isFalse();
        assertThat(evaluator(Map.of("roles", "style")).evaluates(RULES)).isFalse();
        assertThat(evaluator(Map.of("command", "", "tasks", "")).evaluates(RULES))
                .isFalse();
    }

    @Test
    void judgesWhichSkillsAreOfferedUnlessItIsToldOtherwise() {
        Proposal skills = new Proposal(
                ChangeKind.SKILL,
                HarnessChange.ofSettings("tacit.adapt.skills.SkillFragments", Map.of("offered", "default/notes@1")),
                "memory-source/skills",
                "a skill",
                "it worked",
                List.of(),
                null,
                "rule:test");

        assertThat(evaluator(Map.of()).evaluates(skills)).isTrue();
        assertThat(evaluator(Map.of("roles", "guard")).evaluates(skills)).isFalse();
    }

    @Test
    void isToldOfAnotherAgentWithoutStartingAnew() {
        AgentRunEvaluator evaluator = evaluator(Map.of("command", "", "tasks", ""));

        evaluator.configure(Configurations.of(
                AgentRunEvaluator.Config.class,
                Map.of("command", "agent", "tasks", folder.resolve("tasks.txt").toString())));

        assertThat(evaluator.evaluates(RULES)).isTrue();
        assertThat(evaluator.evaluate("e1", RULES, List.of()).runs()).hasSize(6);
    }

    @Test
    void refusesSettingsThatCannotBe() {
        for (Map<String, ?> wrong : List.of(
                Map.of("tasks", " "),
                Map.of("workspace", " "),
                Map.of("executor", ""),
                Map.of("timeout_seconds", 0),
                Map.of("most_tasks", 10_001))) {
            assertThatThrownBy(() -> evaluator(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAFileThatHoldsNoKeys() throws IOException {
        tasks("x".repeat(401));

        assertThatThrownBy(() -> evaluator(Map.of()).evaluate("e1", RULES, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Line 1 of ")
                .hasMessageEndingWith("and so is no key of a task");
    }
}
