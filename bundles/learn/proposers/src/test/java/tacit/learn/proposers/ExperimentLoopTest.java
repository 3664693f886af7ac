package tacit.learn.proposers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Proposer;
import tacit.api.experiment.Proposer.Answer;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ExperimentLoopTest {

    @TempDir
    Path folder;

    private World world;
    private final ListTraces traces = new ListTraces();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        traces.workspaces = List.of("a", "b", "c");
        world.proposers.add(new Proposer() {
            @Override
            public String name() {
                return "listener";
            }

            @Override
            public Answer propose(Scope scope, Context context) {
                asked.add(scope.workspaceId());
                return Answer.nothing("It only listens");
            }
        });
    }

    private ExperimentLoop loop(int seconds) {
        return new ExperimentLoop(
                world.start(),
                traces,
                world.clock,
                Configurations.of(ExperimentLoop.Config.class, Map.of("period_seconds", seconds)));
    }

    @Test
    void looksAtEveryWorkspaceAndAnotherOneFirstOnEachDay() {
        loop(86_400).look();
        List<String> first = List.copyOf(asked);
        asked.clear();
        world.clock.pass(Duration.ofDays(1));

        loop(86_400).look();

        assertThat(first).containsExactlyInAnyOrder("a", "b", "c", "default");
        assertThat(asked).containsExactlyInAnyOrderElementsOf(first);
        assertThat(asked.get(0)).isNotEqualTo(first.get(0));
    }

    @Test
    void looksNoMoreOnceItIsStopped() throws InterruptedException {
        ExperimentLoop loop = loop(86_400);
        loop.stop();

        loop.look();

        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAPeriodOutOfBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop(0))
                .withMessage("period.seconds must be in [1, 86400], got 0");
    }
}
