package tacit.learn.proposers.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.learn.proposers.World.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.MeasuredEffect;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer.Answer;
import tacit.api.experiment.Proposer.Context;
import tacit.api.sandbox.SandboxCase;
import tacit.api.store.Database;
import tacit.learn.proposers.World;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SettingsProposerTest {

    private static final int PLENTY = 10_000;

    @TempDir
    Path folder;

    private World world;
    private final Map<String, Object> settings = new HashMap<>();

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        world.jar = Jars.of(Jars.STYLE);
        for (int i = 0; i < 4; i++) {
            world.cases.add("style", "low" + i, true, "\"good\"");
        }
        world.cases.add("style", "kept", true, "\"good\"");
        good(ceiling -> ceiling >= 20, ceiling -> ceiling < 45);
    }

    /** Which ceilings answer the cases that fail now, and the one that passes now. */
    private void good(IntPredicate low, IntPredicate kept) {
        world.answerers.put(World.STYLE, (all, id) -> {
            int ceiling = Integer.parseInt(all.get(World.STYLE_PID).getOrDefault("ceiling", "10"));
            return (id.equals("kept") ? kept : low).test(ceiling) ? "\"good\"" : "\"bad\"";
        });
    }

    private SettingsProposer proposer() {
        return new SettingsProposer(
                world.generations,
                world,
                world,
                world.cases,
                List.of(world.evaluator()),
                world.database,
                Configurations.of(SettingsProposer.Config.class, settings));
    }

    private Answer answer() {
        return answer(PLENTY);
    }

    private Answer answer(int mostCases) {
        return proposer().propose(SCOPE, world.context(mostCases));
    }

    private static String value(Answer answer) {
        Proposal proposal = answer.proposals().get(0);
        return proposal.change().configurations().get(World.STYLE_PID).toString();
    }

    private List<String> tried() {
        List<String> tried = new ArrayList<>();
        for (int i = 1; i < world.runs.size(); i += 2) {
            tried.add(world.runs.get(i).configurations().get(World.STYLE_PID).toString());
        }
        return tried;
    }

    @Test
    void proposesTheSmallestChangeOfThoseThatMendMostAndBreakNone() {
        Answer answer = answer();

        assertThat(answer.proposals()).hasSize(1);
        assertThat(value(answer)).isEqualTo("{ceiling=22}");
        Proposal proposal = answer.proposals().get(0);
        assertThat(proposal.kind()).isEqualTo(Proposal.ChangeKind.CONFIGURATION);
        assertThat(proposal.title()).isEqualTo("Set ceiling of tacit.style from 5 to 22");
        assertThat(proposal.why()).contains("it mends most: 4, and breaks none");
        assertThat(proposal.evidence()).contains("d-low0", "d-kept");
        assertThat(answer.casesAsked()).isEqualTo(9 * 5);
    }

    @Test
    void looksAtTheOlderCasesAloneAndTriesSettingsWithARangeAlone() {
        world.cases.newer(20);

        answer();

        assertThat(world.runs)
                .flatMap(run -> run.cases().stream().map(SandboxCase::id).toList())
                .isNotEmpty()
                .noneMatch(id -> id.startsWith("n"));
        assertThat(tried()).hasSize(9).allMatch(one -> one.matches("\\{ceiling=\\d+(, mode=bold)?}"));
        assertThat(tried()).doesNotHaveDuplicates().contains("{ceiling=5, mode=bold}");
    }

    @Test
    void proposesNothingThatBreaksACase() {
        good(ceiling -> ceiling >= 20, ceiling -> ceiling < 20);

        Answer answer = answer();

        assertThat(answer.proposals()).isEmpty();
        assertThat(answer.notes())
                .containsExactly("style: none of 9 values tried on 5 older cases mends 3 that fail and breaks none");
    }

    @Test
    void proposesNothingThatMendsTooFew() {
        settings.put("least_mended", 5);

        assertThat(answer().proposals()).isEmpty();
    }

    @Test
    void asksOnceWhereTooFewCasesFailAndNeverAgainUntilSomethingChanges() {
        good(ceiling -> true, ceiling -> true);

        assertThat(answer().notes()).containsExactly("style: fewer than 3 older cases fail");
        assertThat(world.runs).hasSize(2);
        assertThat(answer().casesAsked()).isZero();
        assertThat(world.runs).hasSize(2);

        world.cases.add("style", "another", true, "\"good\"");
        assertThat(answer().casesAsked()).isEqualTo(6);
    }

    @Test
    void keepsToItsBudgetAndGoesOnWhereItStopped() {
        assertThat(answer(12).casesAsked()).isEqualTo(10);
        assertThat(answer(12).casesAsked()).isEqualTo(10);
        assertThat(tried()).hasSize(4).doesNotHaveDuplicates();

        assertThat(value(answer())).isEqualTo("{ceiling=22}");
        assertThat(tried()).hasSize(9).doesNotHaveDuplicates();
        assertThat(answer().casesAsked()).isZero();
    }

    @Test
    void triesNoMoreValuesInARoundThanItMay() {
        settings.put("most_candidates", 2);

        assertThat(answer().casesAsked()).isEqualTo(10);
    }

    @Test
    void asksTheNewestOfManyCases() {
        settings.put("most_cases", 4);

        answer();

        assertThat(world.runs.get(0).cases()).hasSize(4);
    }

    @Test
    void w10ProposesARefusedValueNeverAgainButTheNextBest() {
        good(ceiling -> ceiling >= 7, ceiling -> ceiling < 45);
        Experiments experiments = world.experiments();
        List<String> proposed = new ArrayList<>();
        Answer answer = answer();
        while (!answer.proposals().isEmpty()) {
            proposed.add(value(answer));
            world.clock.pass(Duration.ofSeconds(1));
            Experiment made = experiments.propose(SCOPE, answer.proposals().get(0));
            experiments.reject(SCOPE, made.id(), "ben", "no");
            answer = answer();
        }

        assertThat(proposed).hasSizeGreaterThan(1).doesNotHaveDuplicates().startsWith("{ceiling=7}");
        assertThat(proposed).allSatisfy(value -> assertThat(Integer.parseInt(value.replaceAll("\\D", "")))
                .isBetween(7, 44));
    }

    /** A change of the ceiling from 5, and what live runs said of it; the experiment itself is forgotten. */
    private Answer afterwards(String value, LiveComparison.State state, double low, double high) {
        Experiment made = world.experiments().propose(SCOPE, World.ceiling(value, "ada"));
        MeasuredEffect effect = World.effect(made, state, low, high);
        return proposer().propose(SCOPE, new Context(world.clock.instant(), List.of(), List.of(effect), 3, PLENTY));
    }

    @Test
    void proposesNoValueAgainThatLiveRunsShowedToDoHarm() {
        settings.put("most_values", 20);

        Answer answer = afterwards("22", LiveComparison.State.WORSENED, -0.3, -0.1);

        assertThat(answer.proposals()).hasSize(1);
        assertThat(value(answer)).isNotEqualTo("{ceiling=22}");
        assertThat(tried()).hasSizeGreaterThan(3).doesNotContain("{ceiling=22}");
    }

    @Test
    void knowsHarmByItsIntervalWhereNothingWasDecided() {
        afterwards("22", LiveComparison.State.UNDECIDED, -0.3, -0.01);
        assertThat(tried()).doesNotContain("{ceiling=22}");
    }

    @Test
    void triesAgainWhatLiveRunsDidNotDecide() {
        assertThat(value(afterwards("22", LiveComparison.State.UNDECIDED, -0.3, 0.2)))
                .isEqualTo("{ceiling=22}");
    }

    @Test
    void triesTheDirectionThatHelpedFirst() {
        settings.put("most_values", 4);
        good(ceiling -> ceiling < 5, ceiling -> true);

        afterwards("2", LiveComparison.State.IMPROVED, 0.1, 0.3);

        assertThat(tried()).startsWith("{ceiling=3}");
    }

    @Test
    void prefersTheDirectionThatHelpedOfValuesThatMendAsMuch() {
        good(ceiling -> ceiling != 5, ceiling -> true);

        assertThat(value(answer())).isEqualTo("{ceiling=6}");
        assertThat(value(afterwards("2", LiveComparison.State.IMPROVED, 0.1, 0.3)))
                .matches("\\{ceiling=[34]}");
    }

    @Test
    void w10LeavesAloneWhatAnExperimentUnderWayWouldChange() {
        world.experiments().propose(SCOPE, World.ceiling("30", "ada"));

        Answer answer = answer();

        assertThat(answer.proposals()).isEmpty();
        assertThat(tried()).containsExactly("{ceiling=5, mode=bold}");
    }

    @Test
    void w10ClimbsNoFurtherOnceNothingFails() {
        world.cases.newer(10);
        world.cases.cases.removeIf(one -> one.id().equals("kept"));
        Experiments experiments = world.experiments();
        Experiment made = experiments.propose(SCOPE, answer().proposals().get(0));
        assertThat(experiments.run(SCOPE, made.id(), "rule:schedule").state()).isEqualTo(ExperimentState.PASSED_GATE);
        experiments.promote(SCOPE, made.id(), "ben", "good");

        Answer next = answer();

        assertThat(next.proposals()).isEmpty();
        assertThat(next.notes()).containsExactly("style: fewer than 3 older cases fail");
    }

    @Test
    void givesTheSameForTheSameSeed(Database database) {
        String first = value(answer());
        database.write(
                session -> session.update("DELETE FROM search_tries") + session.update("DELETE FROM search_baselines"));

        assertThat(value(answer())).isEqualTo(first);
        assertThat(tried().subList(0, 9)).isEqualTo(tried().subList(9, 18));
    }

    @Test
    void goesOnWithoutABaselineThatStarts() {
        world.broken = true;

        Answer answer = answer();

        assertThat(answer.proposals()).isEmpty();
        assertThat(answer.notes()).containsExactly("style: No process can be started");
    }

    @Test
    void saysThatTheEvaluatorIsNotThere() {
        settings.put("evaluator", "oracle");

        assertThat(answer().notes()).containsExactly("No evaluator has the name 'oracle'");
    }

    @Test
    void proposesNoMoreThanIsWanted() {
        assertThat(proposer()
                        .propose(SCOPE, new Context(world.clock.instant(), List.of(), List.of(), 0, PLENTY))
                        .proposals())
                .isEmpty();
        assertThat(world.runs).isEmpty();
    }

    @Test
    void refusesSettingsOutOfBounds() {
        settings.put("most_values", 0);

        assertThatIllegalArgumentException()
                .isThrownBy(this::proposer)
                .withMessage("most.values must be in [1, 100], got 0");
    }

    @Test
    void w13IsAskedProvedAndWaitsForAnApproval() {
        world.cases.newer(10);
        world.proposers.add(proposer());

        world.start().look(SCOPE, "ada");

        List<Experiment> all = world.context(0).earlier();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(world.generations.all).hasSize(1);
        assertThat(world.start().budget().cases()).isEqualTo(20_000 - 45 - 10);
    }
}
