package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.experiments.Rig.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.gate.Disagreement;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Situation;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.learn.gate.ExactDisagreement;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SandboxShadowsTest {

    @TempDir
    Path folder;

    private final ListDecisions decisions = new ListDecisions();
    private Rig rig;
    private StoredExperiments experiments;
    private SandboxShadows shadows;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, folder);
        experiments = rig.start();
        shadows = new SandboxShadows(
                experiments,
                rig.generations,
                decisions,
                rig,
                new ExactDisagreement(),
                Configurations.of(SandboxShadows.Config.class, Map.of()));
    }

    private void served(String id, String output, long generation, int redactions) {
        Situation situation = new Situation("style", "rank(String)", "[\"" + id + "\"]", Instant.EPOCH, 1, List.of());
        decisions.all.add(
                new Decision(id, situation, output, ListGenerations.OLD, generation, Duration.ofMillis(1), redactions));
    }

    private Experiment proposed() {
        return experiments.propose(SCOPE, Rig.bundle("ada"));
    }

    @Test
    void comparesWhatWasServedWithWhatTheCandidateSays() {
        for (int i = 0; i < 10; i++) {
            served("d" + i, i < 4 ? "\"bad\"" : "\"good\"", 1, 0);
        }
        rig.answers.put(ListGenerations.NEW + "d9", "?");

        Disagreement found = shadows.ask(SCOPE, proposed().id(), 100);

        assertThat(found.answered()).isEqualTo(9);
        assertThat(found.unanswered()).isEqualTo(1);
        assertThat(found.differing()).isEqualTo(4);
        assertThat(found.changes()).singleElement().satisfies(change -> {
            assertThat(change.baseline()).isEqualTo("\"bad\"");
            assertThat(change.candidate()).isEqualTo("\"good\"");
            assertThat(change.times()).isEqualTo(4);
        });
        assertThat(rig.lastRun.sha256()).isEqualTo(ListGenerations.NEW);
    }

    @Test
    void leavesOutWhatAnotherHarnessAnsweredOrSomethingWasTakenOutOf() {
        served("old", "\"bad\"", 77, 0);
        served("secret", "\"bad\"", 1, 1);
        served("now", "\"good\"", 1, 0);

        Disagreement found = shadows.ask(SCOPE, proposed().id(), 100);

        assertThat(found.answered()).isEqualTo(1);
        assertThat(found.differing()).isZero();
    }

    @Test
    void asksSoManyAtMost() {
        for (int i = 0; i < 10; i++) {
            served("d" + i, "\"good\"", 1, 0);
        }

        assertThat(shadows.ask(SCOPE, proposed().id(), 3).answered()).isEqualTo(3);
        String id = proposedAgain();
        assertThatThrownBy(() -> shadows.ask(SCOPE, id, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private String proposedAgain() {
        return experiments
                .list(SCOPE, Set.of(), PageRequest.first(1))
                .rows()
                .get(0)
                .id();
    }

    @Test
    void saysNothingWhereNothingWasServed() {
        Disagreement found = shadows.ask(SCOPE, proposed().id(), 100);

        assertThat(found.answered()).isZero();
        assertThat(rig.lastRun).isNull();
    }

    @Test
    void changesAndKeepsNothing() {
        served("d", "\"bad\"", 1, 0);
        Experiment before = proposed();

        shadows.ask(SCOPE, before.id(), 100);

        assertThat(experiments.find(SCOPE, before.id())).contains(before);
        assertThat(rig.generations.all).hasSize(1);
        assertThat(rig.cases.recorded).isEmpty();
    }

    @Test
    void failsWhereTheCandidateDoesNotStart() {
        served("d", "\"good\"", 1, 0);
        rig.startFailure = "no class";
        String id = proposed().id();

        assertThatThrownBy(() -> shadows.ask(SCOPE, id, 100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The candidate could not be started: no class");
    }

    @Test
    void refusesAnUnknownExperiment() {
        assertThatThrownBy(() -> shadows.ask(SCOPE, "nobody", 100)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Keeps what it is told, the newest first. */
    private static final class ListDecisions implements DecisionLog {

        private final List<Decision> all = new ArrayList<>();

        @Override
        public boolean offer(Decision decision) {
            return all.add(decision);
        }

        @Override
        public Page<Decision> list(String role, PageRequest page) {
            int from = (int) Math.min(all.size(), page.offset());
            int to = (int) Math.min(all.size(), page.offset() + page.limit());
            return new Page<>(all.subList(from, to), page.offset(), all.size());
        }

        @Override
        public Optional<Decision> find(String id) {
            return all.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public long dropped() {
            return 0;
        }
    }
}
