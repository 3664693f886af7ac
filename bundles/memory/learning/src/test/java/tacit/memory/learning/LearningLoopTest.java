package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.learning.Host.NOON;
import static tacit.memory.learning.Host.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class LearningLoopTest {

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private RuntimeException failure = new IllegalStateException("unused");
    private Host host;

    @BeforeEach
    void open(Database database) throws IOException {
        host = new Host(database, folder.toRealPath(), "off");
    }

    @Test
    void learnsFromEachTraceThatThePipelinePassesOn() throws InterruptedException {
        LearningLoop loop = loop(Map.of());

        loop.learn(SCOPE, List.of("t1", "bad", "t2"));
        loop.stop();

        assertThat(asked).containsExactly("t1", "bad", "t2");
    }

    @Test
    void letsThePipelineTryAgainWhenTheDatabaseIsGone() throws InterruptedException {
        failure = new StoreException("Cannot write");
        LearningLoop loop = loop(Map.of());

        assertThatThrownBy(() -> loop.learn(SCOPE, List.of("bad", "t2"))).isSameAs(failure);
        loop.stop();

        assertThat(asked).containsExactly("bad");
    }

    @Test
    void leavesTheHotPathOutWhereItIsSwitchedOff() throws InterruptedException {
        LearningLoop loop = loop(Map.of("hot_path", false));

        loop.learn(SCOPE, List.of("t1"));
        loop.stop();

        assertThat(asked).isEmpty();
    }

    @Test
    void looksAtEveryWorkspaceInARound() throws InterruptedException {
        host.run("t1", trace -> trace.startedAt(NOON), "Hello.");
        LearningLoop loop = loop(Map.of("round_minutes", 0));

        loop.round();
        loop.stop();
        loop.round();

        assertThat(asked).containsExactly("round default");
    }

    @Test
    void keepsArchivesInOrderUntilItStops() throws InterruptedException {
        LearningLoop loop = loop(Map.of("round_minutes", 0, "upkeep_minutes", 0));

        loop.upkeep();
        loop.stop();
        loop.upkeep();

        assertThat(asked).containsExactly("upkeep");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_081})
    void refusesAnUpkeepThatMakesNoSense(int minutes) {
        assertThatThrownBy(() -> loop(Map.of("upkeep_minutes", minutes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("upkeep.minutes must be in [0, 10080], got " + minutes);
    }

    /** Of which one part says that it was asked, and breaks. */
    private Upkeep upkeep() {
        Upkeep upkeep = new Upkeep(host.traces);
        upkeep.workspaces = new NoWorkspaces(asked);
        return upkeep;
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_081})
    void refusesADelayThatMakesNoSense(int minutes) {
        assertThatThrownBy(() -> loop(Map.of("round_minutes", minutes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("round.minutes must be in [0, 10080], got " + minutes);
    }

    private LearningLoop loop(Map<String, ?> settings) {
        return new LearningLoop(
                host.traces, new ListLearning(), upkeep(), Configurations.of(LearningLoop.Config.class, settings));
    }

    /** Writes down what it is asked, and breaks where it is told to. */
    private final class ListLearning implements MemoryLearning {

        @Override
        public LearningReceipt learn(Scope scope, String traceId) {
            asked.add(traceId);
            if (traceId.equals("bad")) {
                throw failure;
            }
            return receipt();
        }

        @Override
        public LearningReceipt learnOffline(Scope scope) {
            asked.add("round " + scope.workspaceId());
            return receipt();
        }

        @Override
        public LearningSwitches switches() {
            return LearningSwitches.USUAL;
        }

        private LearningReceipt receipt() {
            return new LearningReceipt(
                    Status.DONE, 1, 0, 0, 0, new TreeMap<>(), 0, List.of(), new TreeMap<>(), new TreeMap<>());
        }
    }
}
