package tacit.learn.proposers;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.proposers.World.SCOPE;
import static tacit.learn.proposers.World.ceiling;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer.Answer;
import tacit.api.experiment.Proposers.Report;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class TurnsTest {

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        world.start();
    }

    private Experiment proposed(String key) {
        world.clock.pass(Duration.ofSeconds(1));
        return world.experiments()
                .propose(
                        SCOPE,
                        new Proposal(
                                Proposal.ChangeKind.CONFIGURATION,
                                HarnessChange.ofSettings(World.STYLE_PID, Map.of(key, "7")),
                                "style",
                                "Set " + key,
                                "Because",
                                List.of(),
                                null,
                                "ada"));
    }

    private ExperimentState state(Experiment experiment) {
        return world.experiments().find(SCOPE, experiment.id()).orElseThrow().state();
    }

    private Report look() {
        return world.start().look(SCOPE, "ada");
    }

    @Test
    void runsTheOldestFirstUntilTheDayAllowsNoMore() {
        world.settings.put("day_experiments", 1);
        world.cases.newer(5);
        Experiment first = proposed("ceiling");
        Experiment second = proposed("mode");

        Report report = look();

        assertThat(report.ran()).containsExactly(first.id());
        assertThat(report.notes())
                .containsExactly(second.id() + ": the day does not allow one more experiment of 5 cases");
        assertThat(world.start().budget().experiments()).isZero();
    }

    @Test
    void aRestartBringsNothingOfTheDayBackAndTheNextDayDoes() {
        world.settings.put("day_experiments", 1);
        world.cases.newer(5);
        Experiment first = proposed("ceiling");
        Experiment second = proposed("mode");
        look();

        assertThat(look().ran()).isEmpty();
        world.clock.pass(Duration.ofDays(1));

        assertThat(look().ran()).containsExactly(second.id());
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void asksNoMoreCasesThanTheDayAllows() {
        world.settings.put("day_cases", 7);
        world.cases.newer(5);
        Experiment first = proposed("ceiling");
        Experiment second = proposed("mode");

        assertThat(look().ran()).containsExactly(first.id());

        assertThat(world.start().budget().cases()).isEqualTo(2);
        assertThat(state(second)).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void whatEndsTheHostHasTakenItsShareOfTheDay() {
        world.settings.put("day_cases", 7);
        world.settings.put("search_cases", 3);
        world.proposers.add(new ListProposer("fatal", context -> {
            throw new AssertionError("as if the host ended");
        }));

        try {
            look();
        } catch (AssertionError ended) {
            assertThat(ended).hasMessage("as if the host ended");
        }

        assertThat(world.start().budget().cases()).isEqualTo(4);
        assertThat(world.start().status(SCOPE).get(0).notes()).containsExactly("It did not end");
    }

    @Test
    void bringsBackTheCasesThatAProposerDidNotAsk() {
        world.settings.put("day_cases", 10);
        world.settings.put("search_cases", 8);
        List<Integer> told = new ArrayList<>();
        world.proposers.add(new ListProposer("modest", context -> {
            told.add(context.mostCases());
            return new Answer(List.of(), 3, List.of());
        }));

        look();

        assertThat(told).containsExactly(8);
        assertThat(world.start().budget().cases()).isEqualTo(7);
    }

    @Test
    void waitsForCasesToJudgeBy() {
        world.cases.add("style", "o1", true, "\"good\"");
        Experiment made = proposed("ceiling");

        Report report = look();

        assertThat(report.ran()).isEmpty();
        assertThat(report.notes())
                .containsExactly(made.id() + ": waits for 1 cases of role 'style' to be judged by, there are 0");
        assertThat(world.start().budget().experiments()).isEqualTo(10);
    }

    @Test
    void runsWhatWasNotDecidedAgainWithTwiceTheCases() {
        world.cases.newer(5);
        Experiment made = proposed("ceiling");
        look();
        assertThat(state(made)).isEqualTo(ExperimentState.INCONCLUSIVE);

        world.cases.newer(4);
        assertThat(look().ran()).isEmpty();
        world.cases.newer(1);

        assertThat(look().ran()).containsExactly(made.id());
    }

    @Test
    void leavesWhatCannotBeRunToAnOperatorInTheEnd() {
        world.cases.newer(5);
        Experiment made = proposed("ceiling");
        world.broken = true;
        for (int i = 0; i < 3; i++) {
            assertThat(look().notes()).containsExactly(made.id() + ": could not be run: No process can be started");
        }
        world.broken = false;

        Report report = look();

        assertThat(report.ran()).isEmpty();
        assertThat(report.notes())
                .containsExactly(made.id() + ": could not be run 3 times, last: No process can be started");
        assertThat(state(made)).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void runsOneAtATime() {
        world.cases.newer(5);
        Experiment made = proposed("ceiling");
        Turns turns = turns(world.experiments());
        List<Turns.Done> inside = new ArrayList<>();
        world.answerers.put(World.STYLE, (settings, id) -> {
            if (inside.isEmpty()) {
                inside.add(turns.run(SCOPE, () -> true));
            }
            return "\"good\"";
        });

        turns.run(SCOPE, () -> true);

        assertThat(inside.get(0).ran()).isEmpty();
        assertThat(inside.get(0).notes()).containsExactly("Experiment " + made.id() + " is running");
    }

    private Turns turns(Experiments experiments) {
        return new Turns(
                experiments,
                world.cases,
                new Spending(world.database, world.clock, 10, 100),
                new Attempts(world.database),
                new Wording(new PatternRedactor()),
                world.clock,
                new Turns.Patience(3, Duration.ZERO));
    }

    @Test
    void givesUpWhatAProposerProposedAndNothingDecided() {
        Experiment generated = world.experiments().propose(SCOPE, ceiling("9", "rule:good"));
        Experiment ours = proposed("mode");
        world.clock.pass(Duration.ofDays(29));
        assertThat(look().notes()).noneMatch(note -> note.contains("given up"));
        world.clock.pass(Duration.ofDays(2));

        assertThat(look().notes()).contains(generated.id() + ": given up, as it was not decided in 30 days");

        assertThat(state(generated)).isEqualTo(ExperimentState.REJECTED);
        assertThat(state(ours)).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void givesNothingUpWhereItShallNot() {
        world.settings.put("give_up_days", 0);
        Experiment generated = world.experiments().propose(SCOPE, ceiling("9", "rule:good"));
        world.clock.pass(Duration.ofDays(300));

        look();

        assertThat(state(generated)).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void promotesNothing() {
        world.cases.newer(20);
        world.answerers.put(
                World.STYLE,
                (settings, id) -> "9".equals(settings.get(World.STYLE_PID).get("ceiling")) ? "\"good\"" : "\"bad\"");
        Experiment made = world.experiments().propose(SCOPE, ceiling("9", "ada"));

        look();
        world.clock.pass(Duration.ofDays(2));
        look();

        assertThat(state(made)).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(world.generations.all).hasSize(1);
    }
}
