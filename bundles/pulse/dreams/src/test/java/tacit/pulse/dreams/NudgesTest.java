package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.pulse.CoreSetting;
import tacit.api.reflect.DreamNudges.Nudge;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class NudgesTest {

    @TempDir
    Path folder;

    private Database database;
    private Host host;
    private StoredNudges nudges;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Host(database, folder, "off", Map.of(), new MovingClock());
        nudges = new StoredNudges(database, host.desk, host.memories, host.traces, host.clock);
    }

    private List<DreamRun> runs() {
        return host.review.runs(Host.SCOPE, null, PageRequest.first(10)).rows();
    }

    @Test
    void mn01QuietWordsStartNoDreamAndStampTheCooldown() {
        Nudge quiet = nudges.nudge("", "w1", "t1", "Build the thing");
        host.clock.pass(Duration.ofSeconds(1));
        Nudge early = nudges.nudge("", "w1", "t1", "remember this preference");

        assertThat(quiet).isEqualTo(new Nudge(false, "no_memory_signal", null, 0));
        assertThat(early).isEqualTo(new Nudge(false, "cooldown", null, 0));
        assertThat(runs()).isEmpty();
    }

    @Test
    void mn02AFullFileStartsADreamWhoseInstructionsNameIt() throws IOException {
        Files.createDirectories(folder.resolve(".cowork"));
        Files.writeString(folder.resolve(".cowork/USER.md"), "x".repeat(1700));
        host.observed("Actually tool B is used instead. Follow up on the change.");

        Nudge nudge = nudges.nudge("", "w1", null, "Build the thing");

        assertThat(nudge.triggered()).isTrue();
        assertThat(nudge.reason()).isEqualTo("memory_pressure");
        assertThat(nudge.candidates()).isEqualTo(2);
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo(nudge.runId());
            assertThat(run.trigger()).isEqualTo(Trigger.SYSTEM);
            assertThat(run.instructions()).contains(".cowork/USER.md");
        });
    }

    @Test
    void wordsOfARunStartADreamAgainAfterFiveMinutes() {
        host.run("t1", null, "Please remember that the invoice server is called Bertha.");

        assertThat(nudges.nudge("", "w1", "t1", null).reason()).isEqualTo("memory_signal");
        host.clock.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(nudges.nudge("", "w1", "t1", null).reason()).isEqualTo("cooldown");
        host.clock.pass(Duration.ofSeconds(1));
        assertThat(nudges.nudge("", "w1", "t1", null).triggered()).isTrue();
    }

    @Test
    void aWorkspaceHasACooldownOfItsOwn() {
        host.set.with("w1", CoreSetting.DREAMING_NUDGE, "0").with("w2", CoreSetting.DREAMING_NUDGE, "60");
        String words = "Please remember that the invoice server is called Bertha.";

        nudges.nudge("", "w1", "t1", words);
        nudges.nudge("", "w2", "t1", words);
        host.clock.pass(Duration.ofMinutes(59));

        assertThat(nudges.nudge("", "w1", "t1", words).reason()).isEqualTo("memory_signal");
        assertThat(nudges.nudge("", "w1", "t1", words).reason()).isEqualTo("memory_signal");
        assertThat(nudges.nudge("", "w2", "t1", words).reason()).isEqualTo("cooldown");
        host.clock.pass(Duration.ofMinutes(1));
        assertThat(nudges.nudge("", "w2", "t1", words).reason()).isEqualTo("memory_signal");
    }

    @Test
    void aTaskThatEndedWaitsASecondAndSurvivesARestart() {
        host.run("t1", null, "Please remember that the invoice server is called Bertha.");
        host.run("t2", null, "Never deploy without a second reviewer.");
        tasks().ended(Host.SCOPE, List.of("t1", "t2", "t3"));

        assertThat(tasks().look()).isZero();
        host.clock.pass(Duration.ofSeconds(1));
        EndedTasks afterRestart = tasks();
        assertThat(afterRestart.look()).isEqualTo(2);
        assertThat(runs()).hasSize(1);
        assertThat(host.candidates()).hasSize(2);
        assertThat(afterRestart.look()).isZero();
    }

    private EndedTasks tasks() {
        return new EndedTasks(database, host.desk, nudges, host.traces, host.clock);
    }

    @Test
    void aTaskThatEndedIsDreamtOfWhereThatIsOn() {
        host.set.with("w1", CoreSetting.DREAMING_TASKS, "true");
        host.run("t1", "nora", "The sky is blue today.");
        tasks().ended(Host.SCOPE, List.of("t1"));
        host.clock.pass(Duration.ofSeconds(1));
        tasks().look();

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.trigger()).isEqualTo(Trigger.TASK_COMPLETION);
            assertThat(run.reference()).isEqualTo("t1");
            assertThat(run.scope()).isEqualTo(DreamRun.ScopeKind.RECENT_SESSIONS);
        });
    }

    @Test
    void theLoopPutsInOrderWhatACrashLeftAndStops() throws InterruptedException {
        database.write(session -> new RunRows(session)
                .begin(new DreamRun(
                        "dr1",
                        "w1",
                        "",
                        DreamRun.ScopeKind.WORKSPACE,
                        "w1",
                        DreamRun.Status.RUNNING,
                        Trigger.MANUAL,
                        null,
                        null,
                        null,
                        0,
                        0,
                        0,
                        0,
                        null,
                        host.clock.instant(),
                        null)));

        DreamLoop loop = loop(60);
        loop.learn(Host.SCOPE, List.of());
        loop.look();
        loop.stop();
        loop.learn(Host.SCOPE, List.of());

        assertThat(runs()).singleElement().extracting(DreamRun::status).isEqualTo(DreamRun.Status.FAILED);
        assertThatIllegalArgumentException().isThrownBy(() -> loop(0));
    }

    private DreamLoop loop(int seconds) {
        return new DreamLoop(
                tasks(),
                host.desk,
                new CycleMemories(database, host.core, host.desk, new PatternRedactor(), host.clock),
                host.review,
                Configurations.of(DreamLoop.Config.class, Map.of("period_seconds", seconds)));
    }
}
