package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.learn.experiments.Rig.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.store.Database;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class WatchLoopTest {

    private static final int DAY = 86_400;

    private static WatchLoop loop(StoredExperiments experiments, int seconds) {
        return new WatchLoop(experiments, Configurations.of(WatchLoop.Config.class, Map.of("period_seconds", seconds)));
    }

    @Test
    void w13TakesBackHarmWithoutBeingAsked(Database database, @TempDir Path folder) throws Exception {
        Rig rig = new Rig(database, folder);
        StoredExperiments experiments = rig.start();
        rig.generations.listener = experiments::activated;
        rig.improves(20);
        rig.runs.graded(60, i -> true);
        Experiment made = experiments.propose(SCOPE, rig.against(null));
        experiments.run(SCOPE, made.id(), "ada");
        experiments.promote(SCOPE, made.id(), "ben", "go");
        rig.clock.pass(Duration.ofHours(2));
        rig.runs.graded(60, i -> false);
        WatchLoop loop = loop(experiments, DAY);

        loop.look();

        loop.stop();
        assertThat(experiments.find(SCOPE, made.id()).orElseThrow().state()).isEqualTo(ExperimentState.ROLLED_BACK);
    }

    @Test
    void refusesAPeriodThatIsOutOfBounds(Database database, @TempDir Path folder) {
        StoredExperiments experiments = new Rig(database, folder).start();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop(experiments, 0))
                .withMessageContaining("period.seconds");
    }

    @Test
    void refusesSettingsOfLiveRunsThatAreOutOfBounds(Database database, @TempDir Path folder) {
        Map<String, Object> wrong = Map.of("alpha", 0.6, "runs", 9, "days", 0, "days_before", 366, "grace_minutes", -1);

        wrong.forEach((name, value) -> {
            Rig rig = new Rig(database, folder);
            rig.live.put(name, value);
            assertThatIllegalArgumentException().isThrownBy(rig::start).withMessageContaining(name.replace('_', '.'));
        });
    }
}
