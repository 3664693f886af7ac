package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.gate.Breakage;
import tacit.api.gate.CostChange;
import tacit.api.gate.Decision;
import tacit.api.gate.Effect;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardRules;
import tacit.api.guard.ToolRole;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayRun;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

class GateCommandsTest {

    private static final GuardRules RULES = scope -> List.of(
            new GuardRules.Rule("hard.path.vital", GuardEffect.DENY, null, "A removal of a home", null, null),
            new GuardRules.Rule(
                    "guard-1",
                    GuardEffect.ASK,
                    GuardCondition.missing("look_up", ToolRole.WRITE, "book"),
                    "Look it up first",
                    4L,
                    new GuardRules.Origin("x7", "Look first", "support 12 tasks, precision 0.85", 20)));

    private Experiment experiment = FakeExperiments.passed();
    private final GateCommands commands = new GateCommands(experiments(), new OneCase(), RULES);
    private final ShellLines shell = new ShellLines().with(commands, "gate").with(commands, "guards");

    @AfterEach
    void close() {
        shell.close();
    }

    private void run(String line, Experiment judged) {
        experiment = judged;
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
    }

    private static Experiment judged(Decision decision, Effect effect, Power power, @Nullable Integer needed) {
        Experiment base = FakeExperiments.passed();
        Verdict verdict = new Verdict(
                decision,
                "the figures",
                effect,
                new Breakage(20, 0, 0, false, 1),
                0.2,
                0.9,
                needed,
                power,
                List.of(new CostChange(CostChange.Measure.LATENCY, 40, 5, 6.5, null)));
        Experiment.Trial trial = new Experiment.Trial(
                "replay",
                verdict,
                effect.cases(),
                3,
                List.of("c9"),
                List.of("own process", "no network"),
                Instant.EPOCH);
        return with(base, ExperimentState.PASSED_GATE, trial);
    }

    private static Experiment with(Experiment base, ExperimentState state, Experiment.@Nullable Trial trial) {
        return new Experiment(
                base.id(),
                base.workspaceId(),
                base.proposal(),
                base.before(),
                base.baseGeneration(),
                state,
                base.version(),
                trial,
                null,
                base.createdAt(),
                base.changedAt());
    }

    @Test
    void tellsAPassInWords() {
        run(
                "tacit:gate x1",
                judged(
                        Decision.PASS,
                        new Effect(40, 0.5, 0.75, List.of("c1", "c2"), List.of("c3")),
                        new Power(0.05, 0.3, 0.1, true),
                        null));

        assertThat(shell.out().lines())
                .containsExactly(
                        "Experiment x1, 'Mask more', proposed by ada, is passed_gate",
                        "The gate says PASS: the candidate is better and breaks no more than it may",
                        "Because: the figures",
                        "Of 40 cases that both were asked, what is in force passed 50 %, the candidate 75 %",
                        "Fixed: 2, see tacit:eval show CASE",
                        "  c1  Asks before it books",
                        "  c2  (no case of this id is kept: a task of an agent, or a case that was deleted)",
                        "Broken: 1, see tacit:eval show CASE",
                        "  c3  (no case of this id is kept: a task of an agent, or a case that was deleted)",
                        "This run had a 30 % chance to find a rise of 5 points; four times in five it finds a rise of"
                                + " 10 points or more",
                        "No more cases are needed",
                        "Cost at the 95th percentile over 40 cases: 5.0 ms before, 6.5 ms after",
                        "3 cases asked for what no record holds; they count as neither",
                        "Answered in two ways by the same arm, and left out: c9",
                        "Walls around the candidate: own process, no network");
    }

    @Test
    void saysHowManyCasesWouldDecide() {
        Power none = new Power(0.05, 0.01, null, false);
        run(
                "tacit:gate x1",
                judged(Decision.INCONCLUSIVE, new Effect(5, 0.4, 0.6, List.of("c1"), List.of()), none, 120));
        assertThat(shell.out())
                .contains("these cases do not decide it", "120 cases in all would decide it")
                .contains("about a 1 % chance", "there are too few cases", "Broken: none");

        run("tacit:gate x1", judged(Decision.INCONCLUSIVE, new Effect(0, 0, 0, List.of(), List.of()), none, null));
        assertThat(shell.out())
                .contains("No case ran under both arms", "No number of cases would decide it", "Fixed: none");
    }

    @Test
    void boundsTheCasesThatItNames() {
        List<String> fixed = List.of("c1", "c4", "c5");
        run(
                "tacit:gate --limit 1 x1",
                judged(Decision.FAIL, new Effect(9, 0, 0, fixed, List.of()), new Power(0.05, 0.3, 0.1, true), null));

        assertThat(shell.out()).contains("  and 2 more, with --limit").doesNotContain("c4");
    }

    @Test
    void saysThatNothingWasAsked() {
        run("tacit:gate x1", with(FakeExperiments.passed(), ExperimentState.PROPOSED, null));
        assertThat(shell.out()).contains("no case was asked yet", "tacit:experiment --by NAME x1 run");

        run("tacit:gate --json x1", with(FakeExperiments.passed(), ExperimentState.PROPOSED, null));
        assertThat(shell.out()).contains("\"verdict\":null");
    }

    @Test
    void answersAsJson() {
        run("tacit:gate --json x1", FakeExperiments.passed());

        assertThat(shell.out())
                .contains("\"verdict\":\"PASS\"", "{\"id\":\"c1\",\"title\":\"Asks before it books\"}")
                .contains("\"casesToDecide\":null", "\"walls\":[\"process\"]", "\"unanswerable\":1");
    }

    @Test
    void refusesAnExperimentThatIsNotThere() {
        run("tacit:guards", FakeExperiments.passed());

        assertThat(shell.run("tacit:gate x9")).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains("No experiment has the id 'x9'");
    }

    @Test
    void listsRulesWithTheirGrounds() {
        run("tacit:guards", FakeExperiments.passed());

        assertThat(shell.out())
                .containsSubsequence("hard.path.vital", "deny", "hard limit", "guard-1", "ask", "missing_call")
                .contains("book before look_up", "x7")
                .contains("guard-1 rests on 20 traces ('Look first'): support 12 tasks, precision 0.85");
    }

    @Test
    void listsLearnedRulesAloneAndByPage() {
        run("tacit:guards --learned --json", FakeExperiments.passed());
        assertThat(shell.out())
                .contains("\"total\":1", "\"since\":4", "\"experiment\":\"x7\"")
                .doesNotContain("hard");

        run("tacit:guards --limit 1 --offset 1", FakeExperiments.passed());
        assertThat(shell.out()).contains("guard-1").doesNotContain("hard.");
    }

    private Experiments experiments() {
        return (Experiments) Proxy.newProxyInstance(
                Experiments.class.getClassLoader(), new Class<?>[] {Experiments.class}, (proxy, method, values) -> {
                    assertThat(method.getName()).isEqualTo("find");
                    return Optional.of(experiment).filter(known -> known.id().equals(values[1]));
                });
    }

    /** Knows the case c1. */
    private static final class OneCase implements ReplayCases {

        @Override
        public Optional<ReplayCase> find(Scope scope, String caseId) {
            return caseId.equals("c1")
                    ? Optional.of(new ReplayCase(
                            "c1",
                            "Asks before it books",
                            new Situation("guard", "decide", "[]", Instant.EPOCH, 1, List.of()),
                            List.of(new AnswerCheck(AnswerCheck.Kind.EQUALS, "/effect", List.of("\"ask\""))),
                            ReplayCase.Origin.OPERATOR,
                            "d1",
                            "ada",
                            false,
                            false,
                            ReplayCase.State.ACTIVE,
                            "ab".repeat(32),
                            1,
                            Instant.EPOCH,
                            null))
                    : Optional.empty();
        }

        @Override
        public ReplayCase rebuild(Scope scope, Rebuilt draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean older(Scope scope, String role, String task, @Nullable Instant firstAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ReplayCase add(Scope scope, Draft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<ReplayCase> list(Scope scope, String role, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> judge(ReplayCase replayCase, String answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> record(Scope scope, List<ReplayRun> runs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<ReplayRun> runs(Scope scope, String caseId, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Boolean> failing(Scope scope, String caseId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ReplayCase review(Scope scope, String caseId, ReplayCase.State state, String by, String reason) {
            throw new UnsupportedOperationException();
        }
    }
}
