package tacit.pulse.executors.shells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.execute.Shells.ShellSession;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.executors.Rig;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ShellTextsTest {

    @TempDir
    Path data;

    private FileShells shells;
    private ShellTexts texts;

    @BeforeEach
    void open(Database database) throws InterruptedException {
        Rig rig = new Rig(database, new MovingClock());
        rig.devices.addExecutor(new Nothing());
        rig.device("one", "nothing", Map.of());
        rig.executions.submit(Rig.brief("annas-task", Map.of("user", "anna")), "approval");
        ShellFiles files =
                new ShellFiles(Configurations.of(ShellFiles.Config.class, Map.of("data_directory", data.toString())));
        shells = new FileShells(
                files,
                new Rig.FakeWorkspaces(new TreeMap<>(Map.of("w1", data.toString(), "w2", data.toString()))),
                new PatternRedactor(),
                new MovingClock(),
                Map.of("PATH", System.getenv("PATH")),
                ShellScript.here());
        texts = new ShellTexts(files, shells, rig.executions);
        for (String workspace : List.of("w1", "w2")) {
            for (String key : List.of("annas-task", "shared")) {
                shells.run(workspace, key, "export PLACE='pump " + key + "'", Duration.ofSeconds(30));
            }
        }
    }

    private List<String> left(String workspace) {
        return shells.sessions(workspace).stream().map(ShellSession::key).toList();
    }

    @Test
    void ex21ResetsTheSessionsOfAUsersTasks() throws Exception {
        assertThat(texts.heldOf(new Scope("w1", "anna"))).hasValue(1);
        assertThat(texts.forgetUser(new Scope("w1", "anna"))).isEqualTo(1);

        assertThat(left("w1")).containsExactly("shared");
        assertThat(left("w2")).hasSize(2);
        try (Stream<Path> files = Files.walk(data.resolve("shells"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    @Test
    void ex21ResetsSessionsThatKeepAText() {
        assertThat(texts.forget(Scope.ofWorkspace("w1"), List.of(), List.of("pump shared")))
                .isEqualTo(1);

        assertThat(left("w1")).containsExactly("annas-task");
    }

    @Test
    void ex21ResetsAllSessionsOfAWorkspace() {
        assertThat(texts.forgetWorkspace(Scope.ofWorkspace("w2"))).isEqualTo(2);

        assertThat(left("w2")).isEmpty();
        assertThat(left("w1")).hasSize(2);
    }

    /** Does nothing. */
    private static final class Nothing implements TaskExecutor {

        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public TaskResult execute(TaskOrder order) {
            return TaskResult.done("");
        }
    }
}
