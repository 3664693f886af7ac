package tacit.learn.proposers;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.proposers.World.SCOPE;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.MeasuredEffect;
import tacit.api.experiment.Proposer;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class AskingTest {

    @TempDir
    Path folder;

    private static Experiments with(Experiments real, List<LiveComparison> ended) {
        return (Experiments) Proxy.newProxyInstance(
                Experiments.class.getClassLoader(),
                new Class<?>[] {Experiments.class},
                (proxy, method, values) -> method.getName().equals("effects")
                        ? new Page<>(ended, 0, ended.size())
                        : method.invoke(real, values));
    }

    @Test
    void tellsWhatLiveRunsSaidOfChangesHoweverLongAgo(Database database) {
        World world = new World(database, folder);
        world.start();
        Experiment made = world.experiments().propose(SCOPE, World.ceiling("7", "ada"));
        world.experiments().reject(SCOPE, made.id(), "ben", "it harmed");
        world.clock.pass(Duration.ofDays(1_000));
        LiveComparison ended =
                World.effect(made, LiveComparison.State.WORSENED, -0.3, -0.1).comparison();
        LiveComparison gone = new LiveComparison(
                "gone",
                ended.kind(),
                ended.state(),
                "style",
                null,
                null,
                ended.startedAt(),
                ended.endedAt(),
                "",
                List.of());
        ListProposer proposer = ListProposer.of("one");
        Asking asking = new Asking(
                database,
                with(world.experiments(), List.of(ended, gone)),
                new Spending(database, world.clock, 10, 100),
                new Wording(new PatternRedactor()),
                world.clock,
                new Asking.Limits(3, 10, Duration.ofDays(180)));

        asking.ask(SCOPE, proposer);

        Proposer.Context told = proposer.told.get(0);
        assertThat(told.earlier()).isEmpty();
        assertThat(told.effects()).extracting(MeasuredEffect::comparison).containsExactly(ended);
        assertThat(told.effects().get(0).experiment().id()).isEqualTo(made.id());
    }
}
