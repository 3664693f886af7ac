package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static tacit.learn.experiments.Rig.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** Two hosts, each with its own harness, that share a database. */
@EachDatabase
class TwoHostsTest {

    @TempDir
    Path folder;

    private Rig one;
    private Rig other;
    private StoredExperiments first;
    private StoredExperiments second;

    @BeforeEach
    void open(Database database) {
        one = new Rig(database, folder.resolve("one"));
        other = new Rig(database, folder.resolve("other"));
        one.generations.first("a1");
        other.generations.first("b2");
        one.improves(20);
        other.improves(20);
        first = one.start();
        second = other.start();
    }

    private Experiment passed() {
        Experiment made = first.propose(SCOPE, one.against(null));
        return first.run(SCOPE, made.id(), "ada");
    }

    private ExperimentState state(Experiment of) {
        return first.find(SCOPE, of.id()).orElseThrow().state();
    }

    @Test
    void aStartLeavesWhatTheOtherRuns() {
        Experiment made = first.propose(SCOPE, one.against(null));
        new Moves(one.database, one.audit, one.clock).running(made, one.generations.now(), "a1", "ada");

        other.start();

        assertThat(state(made)).isEqualTo(ExperimentState.RUNNING);
        one.start();
        assertThat(state(made)).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void aStartTakesUpWhatAHostRanThatNeverCameBack() {
        Experiment made = first.propose(SCOPE, one.against(null));
        new Moves(one.database, one.audit, one.clock).running(made, one.generations.now(), "a1", "ada");
        other.clock.pass(Duration.ofDays(2));

        other.start();

        assertThat(state(made)).isEqualTo(ExperimentState.PROPOSED);
    }

    @Test
    void aStartNotesNoRollbackOfWhatTheOtherPromoted() {
        Experiment passed = passed();
        first.promote(SCOPE, passed.id(), "ben", "go");

        other.start().activated();

        assertThat(state(passed)).isEqualTo(ExperimentState.PROMOTED);
        assertThatIllegalStateException()
                .isThrownBy(() -> second.rollBack(SCOPE, passed.id(), "ben", "back"))
                .withMessageContaining("another host");
        assertThat(first.rollBack(SCOPE, passed.id(), "ben", "back").state()).isEqualTo(ExperimentState.ROLLED_BACK);
    }

    @Test
    void eachFollowsItsOwn() {
        Experiment passed = passed();
        first.promote(SCOPE, passed.id(), "ben", "go");
        one.clock.pass(Duration.ofDays(20));
        other.clock.pass(Duration.ofDays(20));

        second.follow();
        assertThat(first.comparisons(SCOPE, passed.id()).get(0).state()).isEqualTo(State.FOLLOWING);
        first.follow();

        assertThat(first.comparisons(SCOPE, passed.id()).get(0).state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void promotesElsewhereWhatWasComparedThere() {
        Experiment passed = passed();
        assertThatIllegalStateException()
                .isThrownBy(() -> second.promote(SCOPE, passed.id(), "ben", "go"))
                .withMessageContaining("run it here first");

        second.run(SCOPE, passed.id(), "ada");

        assertThat(second.promote(SCOPE, passed.id(), "ben", "go").state()).isEqualTo(ExperimentState.PROMOTED);
        assertThat(other.generations.now().roles().get("style").sha256()).isEqualTo(ListGenerations.NEW);
        assertThat(one.generations.now().roles().get("style").sha256()).isEqualTo(ListGenerations.OLD);
    }
}
