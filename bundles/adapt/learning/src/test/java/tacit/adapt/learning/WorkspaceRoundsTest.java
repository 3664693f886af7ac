package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class WorkspaceRoundsTest {

    @TempDir
    Path folder;

    private final List<String> served = new CopyOnWriteArrayList<>();
    private Desk host;
    private SkillHost skills;

    @BeforeEach
    void open(Database database) throws IOException {
        skills = new SkillHost(database, folder, Map.of());
        host = new Desk(database, folder.toRealPath());
        for (String workspace : List.of("a", "b", "c")) {
            host.traces.append(
                    Scope.ofWorkspace(workspace),
                    List.of(TraceUpdate.of(Trace.builder("t1").build(), List.of())));
        }
    }

    @Test
    void servesTheOtherWorkspacesWhereOneFailsAndThatOneInTheNextRound() throws InterruptedException {
        WorkspaceRounds rounds = new WorkspaceRounds("test-rounds", host.traces, workspace -> {
            served.add(workspace);
            if (workspace.equals("b") && served.size() < 4) {
                throw new IllegalStateException("It broke");
            }
        });

        rounds.look();
        rounds.look();
        rounds.stop();

        assertThat(served).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void servesNobodyAnyMoreOnceItIsStopped() throws InterruptedException {
        WorkspaceRounds rounds = new WorkspaceRounds("test-rounds", host.traces, served::add);

        rounds.stop();
        rounds.look();

        assertThat(served).isEmpty();
    }

    @Test
    void beginsByItselfOnAThreadOfItsOwn() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(3);
        WorkspaceRounds rounds = new WorkspaceRounds("test-rounds", host.traces, workspace -> {
            served.add(Thread.currentThread().getName());
            all.countDown();
        });

        rounds.begin(Duration.ZERO, Duration.ofHours(1));

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(served).containsOnly("test-rounds");
    }

    @Test
    void leadsOnFeedbackInEveryLook() throws InterruptedException {
        host.run("t1");
        host.profileBroken = true;
        host.desk().give(Desk.SCOPE, "web", Given.rejected("f1", "too_verbose", null));
        host.profileBroken = false;
        AdaptLoop loop = loop(86_400);

        loop.look();
        loop.stop();

        assertThat(host.desk().list(Desk.SCOPE, "t1", 1).get(0).routed().get("profile"))
                .extracting(FeedbackRoute::state)
                .isEqualTo(FeedbackRoute.State.DONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 86_401})
    void refusesAPeriodOutOfBounds(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop(seconds))
                .withMessage("period.seconds must be in [1, 86400], got " + seconds);
    }

    private AdaptLoop loop(int seconds) {
        Reports reports = new Reports(skills);
        return new AdaptLoop(
                host.traces,
                host.desk(),
                reports.round(),
                Configurations.of(AdaptLoop.Config.class, Map.of("period_seconds", seconds)));
    }
}
