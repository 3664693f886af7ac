package tacit.learn.proposers.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.learn.proposers.World.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer;
import tacit.api.experiment.Proposer.Answer;
import tacit.api.experiment.Proposer.Context;
import tacit.api.generation.ActivationRequest;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardEvidence;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardMiner;
import tacit.api.guard.GuardRule;
import tacit.api.guard.ToolRole;
import tacit.api.learn.ReplayCase;
import tacit.api.store.Database;
import tacit.learn.conditions.WrittenRule;
import tacit.learn.guards.HistoryMiner;
import tacit.learn.proposers.World;
import tacit.pulse.guard.RuleGuard;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GuardProposerTest {

    private static final String KEPT = "deny repeated_failure write * - It failed so already";

    @TempDir
    Path folder;

    private World world;
    private InventedRuns runs;
    private final List<GradedHistory> mined = new ArrayList<>();

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        runs = InventedRuns.planted(24, 3);
        world.cases.split = World.middle().minus(Duration.ofHours(13)).plusSeconds(1);
        world.answerers.put(World.GUARD, (settings, id) -> {
            Map<String, String> own = settings.getOrDefault(World.GUARD_PID, new TreeMap<>());
            Guard guard = new RuleGuard(Configurations.of(RuleGuard.Config.class, own));
            return guard.decide(InventedRuns.question(id.startsWith("unseen")))
                    .effect()
                    .name();
        });
    }

    private GuardProposer proposer() {
        return proposer(new HistoryMiner(Configurations.of(HistoryMiner.Config.class, Map.of())));
    }

    private GuardProposer proposer(GuardMiner real) {
        return new GuardProposer(
                world.generations,
                world,
                world,
                world.cases,
                runs.traces,
                runs,
                histories -> {
                    mined.clear();
                    mined.addAll(histories);
                    return real.mine(histories);
                },
                Configurations.of(GuardProposer.Config.class, Map.of()));
    }

    private Answer answer() {
        return proposer().propose(SCOPE, world.context(0));
    }

    private void inForce(String rules) {
        var before = world.generations.now();
        var settings = new TreeMap<>(before.configurations());
        settings.put(World.GUARD_PID, new TreeMap<>(Map.of("rules", rules)));
        world.generations.activate(new ActivationRequest(new TreeMap<>(), Set.of(), settings, "ada", "by hand", null));
    }

    private static String value(Proposal proposal) {
        return String.valueOf(proposal.change()
                .configurations()
                .getOrDefault(World.GUARD_PID, new TreeMap<>())
                .get("rules"));
    }

    private void cases(String kind, boolean older, int count, String expected) {
        for (int i = 0; i < count; i++) {
            world.cases.add("guard", kind + world.cases.cases.size(), older, expected);
        }
    }

    @Test
    void proposesWhatTheRunsTeachWithItsEvidence() {
        Answer answer = answer();

        assertThat(answer.casesAsked()).isZero();
        Proposal proposal = answer.proposals().get(0);
        assertThat(answer.proposals()).hasSize(1);
        assertThat(proposal.kind()).isEqualTo(Proposal.ChangeKind.GUARD);
        assertThat(proposal.role()).isEqualTo("guard");
        assertThat(proposal.proposer()).isEqualTo("rule:guard-mining");
        assertThat(value(proposal)).contains("unseen_value write *");
        assertThat(proposal.why())
                .contains("48 graded runs")
                .contains("tasks, of which")
                .contains("chance 0.");
        assertThat(proposal.evidence()).isNotEmpty().allSatisfy(id -> assertThat(mined)
                .anySatisfy(run ->
                        assertThat(run.failed() && run.traceId().equals(id)).isTrue()));
    }

    @Test
    void looksAtTasksAloneWhoseCasesAreOlder() {
        answer();

        assertThat(mined)
                .hasSize(48)
                .allMatch(run -> Integer.parseInt(run.taskKey().substring(5)) < 12);
    }

    @Test
    void leavesOutATaskWithARunWithoutATimeWhereItsCasesAreNewer() {
        runs.add("task-0", 9, true, true, null);

        answer();

        assertThat(mined)
                .extracting(GradedHistory::taskKey)
                .doesNotContain("task-0")
                .contains("task-1");
    }

    @Test
    void looksAtNoTaskThatWasBeingTriedWhenAHeldOutQuestionOfALiveGuardWasRecorded() {
        runs.add("task-0", 9, true, true, World.middle().plusSeconds(86_400));
        runs.add("task-1", 9, true, true, World.middle().plusSeconds(86_401));
        world.cases.add("guard", "unseen-made", false, "ASK", ReplayCase.Origin.CLUSTER);
        answer();
        assertThat(mined).extracting(GradedHistory::traceId).contains("task-0/9");

        cases("unseen", false, 1, "ASK");
        answer();

        assertThat(mined).extracting(GradedHistory::traceId).doesNotContain("task-0/9", "task-0/0");
        assertThat(mined).extracting(GradedHistory::traceId).contains("task-1/9", "task-1/0", "task-2/0");
    }

    @Test
    void learnsFromOlderTasksThatCameLongAfterAHeldOutQuestion() {
        cases("unseen", false, 1, "ASK");
        world.cases.split = World.middle().plus(Duration.ofDays(30));
        runs.add("task-new", 1, true, true, World.middle().plus(Duration.ofDays(20)));

        answer();

        assertThat(mined).extracting(GradedHistory::taskKey).contains("task-new");
    }

    @Test
    void keepsTheRulesThatStandThereAndAddsNoneThatAllows() {
        inForce(KEPT + "\n");

        List<String> lines = value(answer().proposals().get(0)).lines().toList();

        assertThat(lines).hasSizeGreaterThan(1).startsWith(KEPT);
        assertThat(lines)
                .extracting(WrittenRule::read)
                .allMatch(rule -> !rule.effect().name().equals("ALLOW"));
    }

    @Test
    void proposesNothingThatIsInForce() {
        inForce(value(answer().proposals().get(0)));

        assertThat(answer().proposals()).isEmpty();
        assertThat(answer().notes()).singleElement().asString().startsWith("No new rule follows from 48 runs");
    }

    @Test
    void proposesNothingFromChance() {
        world.cases.split = World.middle();
        runs = new InventedRuns();
        for (int task = 0; task < 24; task++) {
            for (int trial = 0; trial < 4; trial++) {
                runs.add(
                        "task-" + task,
                        trial,
                        trial % 2 == 0,
                        trial < 2,
                        World.middle().minusSeconds(task));
            }
        }

        assertThat(answer().proposals()).isEmpty();
    }

    @Test
    void saysThatNoGuardCanBeToldRules() {
        world.generations.activate(
                new ActivationRequest(new TreeMap<>(), Set.of("guard"), new TreeMap<>(), "ada", "gone", null));

        assertThat(answer().notes()).containsExactly("No guard is in force that has the setting rules");
    }

    @Test
    void w10ProposesNothingWhileAnExperimentWouldChangeTheRules() {
        world.experiments().propose(SCOPE, answer().proposals().get(0));

        assertThat(answer().proposals()).isEmpty();
        assertThat(answer().notes()).containsExactly("An experiment under way would change the guard");
    }

    @Test
    void passesTheGateWhereItBlocksWhatMustBeBlockedAndNothingElse() {
        cases("unseen", false, 8, "ASK");
        cases("named", false, 4, "ALLOW");
        world.proposers.add(proposer());

        world.start().look(SCOPE, "ada");

        Experiment passed = only();
        assertThat(passed.state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(String.valueOf(passed.trial())).contains("asked=12");
        world.experiments().promote(SCOPE, passed.id(), "ada", "seen");
        assertThat(world.generations.now().configurations().get(World.GUARD_PID))
                .containsKey("rules");
    }

    @Test
    void isRefusedWhereItBlocksWhatMustBeAllowedAndIsNotProposedAgain() {
        cases("unseen", false, 8, "ALLOW");
        cases("named", false, 4, "ALLOW");
        world.proposers.add(proposer());

        world.start().look(SCOPE, "ada");

        Experiment failed = only();
        assertThat(failed.state()).isEqualTo(ExperimentState.FAILED_GATE);
        List<Proposal> next = answer().proposals();
        assertThat(next).noneMatch(proposal -> proposal.change()
                .equals(failed.proposal().change()));
    }

    private Experiment only() {
        List<Experiment> all = world.context(0).earlier();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void w10TriesTheRulesOfARefusedUnionOneByOneAndThenNoMore() {
        List<GuardRule> rules = List.of(
                rule(GuardKind.UNSEEN_VALUE, 0.2),
                rule(GuardKind.UNCONFIRMED, 0.01),
                rule(GuardKind.UNAGREED_WRITE, 0.1));
        Experiments experiments = world.experiments();
        Proposer proposer = proposer(histories -> rules);
        List<String> tried = new ArrayList<>();
        List<Proposal> next = proposer.propose(SCOPE, world.context(0)).proposals();
        while (!next.isEmpty()) {
            tried.add(value(next.get(0)).replaceAll("(?m)^ask (\\w+) .*$", "$1").replace("\n", " "));
            world.clock.pass(Duration.ofSeconds(1));
            Experiment made = experiments.propose(SCOPE, next.get(0));
            experiments.reject(SCOPE, made.id(), "ben", "not this");
            next = proposer.propose(SCOPE, world.context(0)).proposals();
        }

        assertThat(tried)
                .containsExactly(
                        "unseen_value unconfirmed unagreed_write",
                        "unconfirmed",
                        "unseen_value unagreed_write",
                        "unagreed_write",
                        "unseen_value");
    }

    @Test
    void proposesNoRuleAgainThatLiveRunsShowedToDoHarm() {
        List<GuardRule> rules = List.of(
                rule(GuardKind.UNSEEN_VALUE, 0.2),
                rule(GuardKind.UNCONFIRMED, 0.01),
                rule(GuardKind.UNAGREED_WRITE, 0.1));
        Experiment both = proposed(rules.subList(0, 2));
        world.effects.add(World.effect(both, LiveComparison.State.WORSENED, -0.3, -0.1));

        String left = value(next(rules).proposals().get(0));
        assertThat(left).contains("unagreed_write").doesNotContain("unseen_value", "unconfirmed");
        assertThat(next(rules.subList(0, 2)).notes()).singleElement().asString().contains("or did harm");
    }

    @Test
    void proposesARuleAgainOfWhichLiveRunsSaidNothing() {
        List<GuardRule> rules = List.of(rule(GuardKind.UNSEEN_VALUE, 0.2));
        Experiment one = proposed(rules);
        world.effects.add(World.effect(one, LiveComparison.State.UNDECIDED, -0.3, 0.1));

        assertThat(next(rules).proposals()).hasSize(1);
    }

    private Experiment proposed(List<GuardRule> rules) {
        Proposal proposal = proposer(histories -> rules)
                .propose(SCOPE, world.context(0))
                .proposals()
                .get(0);
        return world.experiments().propose(SCOPE, proposal);
    }

    /** What is proposed once nobody remembers what became of earlier experiments, but what live runs said. */
    private Answer next(List<GuardRule> rules) {
        return proposer(histories -> rules)
                .propose(SCOPE, new Context(world.clock.instant(), List.of(), world.effects, 3, 0));
    }

    private static GuardRule rule(GuardKind kind, double chance) {
        return GuardRule.of(
                GuardCondition.of(kind, ToolRole.WRITE),
                GuardEffect.ASK,
                "This change is odd",
                new GuardEvidence(6, 9, 0.9, 0.4, chance, 3, 1.5, List.of("t1", "t2")));
    }

    @Test
    void aRuleThatAllowsCannotEvenStandInTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenRule.read("allow unseen_value write * - Let it pass"))
                .withMessageContaining("must ask or deny");
        assertThat(RuleSetting.ids("allow unseen_value write * - Let it pass")).isEmpty();
    }
}
