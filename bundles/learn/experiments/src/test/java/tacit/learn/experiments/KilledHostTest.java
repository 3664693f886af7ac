package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.learn.ClusterState;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.learn.experiments.live.Split;
import tacit.runtime.testkit.EachDatabase;

/** Kills hosts at calls of the store and of the harness, and has the next one go on. */
@EachDatabase
class KilledHostTest {

    private static final int KILLS = 50;
    private static final double SHARE = 0.5;

    @TempDir
    Path folder;

    private final Cuts cuts = new Cuts();
    private Database raw;
    private Rig rig;
    private AgentRuns work;
    private StoredExperiments experiments;

    @BeforeEach
    void open(Database database) {
        raw = database;
        rig = new Rig(cuts.of(database), folder);
        rig.generations.step = cuts::step;
        rig.trials.step = cuts::step;
        rig.improves(20);
        work = new AgentRuns(database, rig.audit, rig.clock);
    }

    private void start() {
        experiments = rig.start();
        rig.generations.listener = experiments::activated;
    }

    /** One change from its proposal to the end of its watch, as operators lead it on who know nothing of kills. */
    private final class Life {

        private final Scope scope;
        private final String family;
        private String id = "";
        private boolean canaryWorked;
        private boolean agentsFailed;

        Life(int number) {
            scope = Scope.ofWorkspace("w" + number);
            work.scope = scope;
            work.add(60, i -> true, i -> i % 10 == 0);
            work.move(ClusterState.MITIGATED);
            family = work.family().id();
        }

        Experiment now() {
            return experiments.find(scope, id).orElseThrow();
        }

        boolean over() {
            return !id.isEmpty()
                    && now().state() == ExperimentState.ROLLED_BACK
                    && experiments.comparisons(scope, id).get(0).state().ended();
        }

        void leadOn() {
            if (id.isEmpty()) {
                id = known().orElseGet(() ->
                        experiments.propose(scope, rig.against(family)).id());
            }
            switch (now().state()) {
                case PROPOSED -> experiments.run(scope, id, "ada");
                case PASSED_GATE -> experiments.canary(scope, id, SHARE, "ben", "a few first");
                case CANARY -> canary();
                case PROMOTED -> harm();
                case ROLLED_BACK -> experiments.follow();
                default -> throw new AssertionError("Nobody leads on what is " + now().state());
            }
        }

        private Optional<String> known() {
            return experiments.list(scope, Set.of(), PageRequest.first(1)).rows().stream()
                    .map(Experiment::id)
                    .findFirst();
        }

        private void canary() {
            experiments.follow();
            if (!canaryWorked) {
                canaryWorked = true;
                rig.clock.pass(Duration.ofMinutes(5));
                work.ofSessions(inTurn(), session -> true);
                experiments.follow();
            }
            experiments.promote(scope, id, "ben", "go");
        }

        private List<String> inTurn() {
            List<String> served = sessions(Arm.CANDIDATE);
            List<String> left = sessions(Arm.BASELINE);
            return IntStream.range(0, 20)
                    .mapToObj(i -> (i % 2 == 0 ? served : left).get(i / 2))
                    .toList();
        }

        private List<String> sessions(Arm arm) {
            return Stream.iterate(0, i -> i + 1)
                    .map(i -> "s" + i)
                    .filter(session -> Split.arm(id, "session " + session, SHARE) == arm)
                    .limit(10)
                    .toList();
        }

        private void harm() {
            if (!agentsFailed) {
                agentsFailed = true;
                rig.clock.pass(Duration.ofHours(2));
                work.add(60, i -> true, i -> i % 10 != 0);
            }
            experiments.follow();
        }

        /** The state, the harness, and the comparison that goes on, as a host left them. */
        String lies() {
            String of = " FROM experiments WHERE workspace_id = '" + scope.workspaceId() + "'";
            String standing = rig.generations.now().roles().get("style").sha256();
            return (text("SELECT state" + of)
                            + (standing.equals(ListGenerations.NEW) ? " NEW " : " OLD ")
                            + text("SELECT state FROM live_comparisons WHERE ended_at IS NULL"))
                    .strip();
        }

        void check() {
            if (id.isEmpty()) {
                return;
            }
            Experiment now = now();
            checkHistory(now);
            String standing = rig.generations.now().roles().get("style").sha256();
            assertThat(standing.equals(ListGenerations.NEW))
                    .as("the harness and %s", now.state())
                    .isEqualTo(now.state() == ExperimentState.PROMOTED);
            assertThat(rig.generations.all.stream().filter(one -> id.equals(one.experimentId())))
                    .as("promotions")
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(number("SELECT COUNT(*) AS n FROM experiment_places WHERE experiment_id = '" + id + "'"))
                    .as("places that are claimed")
                    .isEqualTo(now.state().claims() ? 1 : 0);
            checkComparisons(now.state());
        }

        private void checkHistory(Experiment now) {
            List<ExperimentStep> history = experiments.history(scope, id);
            for (int i = 0; i < history.size(); i++) {
                ExperimentStep step = history.get(i);
                assertThat(step.version()).isEqualTo(i + 1);
                if (i > 0) {
                    assertThat(step.from()).isEqualTo(history.get(i - 1).to());
                    assertThat(step.from().next()).contains(step.to());
                }
            }
            assertThat(history).last().returns(now.state(), ExperimentStep::to);
        }

        private void checkComparisons(ExperimentState state) {
            List<LiveComparison> all = experiments.comparisons(scope, id);
            boolean made = state == ExperimentState.PROMOTED || state == ExperimentState.ROLLED_BACK;
            assertThat(all.stream().filter(one -> one.kind() == Kind.WATCH)).hasSize(made ? 1 : 0);
            assertThat(all.stream()
                            .anyMatch(one ->
                                    one.kind() == Kind.CANARY && !one.state().ended()))
                    .isEqualTo(state == ExperimentState.CANARY);
            long told = all.stream()
                    .flatMap(one -> one.measured().stream())
                    .mapToLong(one -> one.before().cases() + one.after().cases())
                    .sum();
            assertThat(told)
                    .as("runs that were counted, each once")
                    .isEqualTo(number("SELECT COUNT(*) AS n FROM live_runs WHERE comparison_id LIKE '" + id + ".%'"));
        }
    }

    private String text(String sql) {
        return raw.read(session -> session.selectOne(sql, row -> row.text("state")))
                .orElse("");
    }

    private long number(String sql) {
        return raw.read(session -> session.selectOne(sql, row -> row.number("n")))
                .orElse(0L);
    }

    @Test
    void w11IsConsistentAfterFiftyKills() {
        Random random = new Random(7);
        int kills = 0;
        int lives = 0;
        Set<String> where = new TreeSet<>();
        while (kills < KILLS) {
            Life life = new Life(lives++);
            cuts.revive(1 + random.nextInt(12));
            boolean started = false;
            while (!started || !life.over()) {
                try {
                    if (!started) {
                        start();
                        started = true;
                        life.check();
                    }
                    life.leadOn();
                } catch (Cuts.Killed killed) {
                    kills++;
                    where.add(life.lies());
                    cuts.revive(1 + random.nextInt(12));
                    started = false;
                }
            }
            cuts.revive(Integer.MAX_VALUE);
            checkEnd(life);
        }
        assertThat(where)
                .as("where hosts were killed")
                .contains(
                        "PROPOSED OLD",
                        "RUNNING OLD",
                        "PASSED_GATE OLD",
                        "CANARY OLD FOLLOWING",
                        "CANARY NEW FOLLOWING",
                        "PROMOTED NEW FOLLOWING",
                        "PROMOTED NEW HARMFUL",
                        "PROMOTED OLD HARMFUL");
    }

    /** Promoted, harmful, and about to be seen to be. */
    private Life harmful(int number) {
        Life life = new Life(number);
        start();
        while (life.id.isEmpty() || life.now().state() != ExperimentState.PROMOTED) {
            life.leadOn();
        }
        life.agentsFailed = true;
        rig.clock.pass(Duration.ofHours(2));
        work.add(60, i -> true, i -> i % 10 != 0);
        return life;
    }

    @Test
    void w1TakesBackHarmWhereverTheHostIsKilledMeanwhile() {
        Set<String> where = new TreeSet<>();
        boolean killed = true;
        for (int steps = 1; killed; steps++) {
            Life life = harmful(steps);
            killed = false;
            try {
                cuts.revive(steps);
                experiments.follow();
            } catch (Cuts.Killed end) {
                killed = true;
                where.add(life.lies());
            }
            cuts.revive(Integer.MAX_VALUE);
            start();
            life.check();
            experiments.follow();
            checkEnd(life);
        }
        assertThat(where)
                .contains(
                        "PROMOTED NEW FOLLOWING",
                        "PROMOTED NEW HARMFUL",
                        "PROMOTED OLD HARMFUL",
                        "ROLLED_BACK OLD HARMFUL",
                        "ROLLED_BACK OLD");
    }

    private void checkEnd(Life life) {
        life.check();
        work.scope = life.scope;
        assertThat(work.family().state()).isEqualTo(ClusterState.REOPENED);
        assertThat(experiments.comparisons(life.scope, life.id))
                .extracting(LiveComparison::state)
                .containsExactly(State.WORSENED, State.STOPPED);
        assertThat(rig.learnings.all.stream().filter(one -> ("experiment:" + life.id).equals(one.reference())))
                .hasSize(1);
    }
}
