package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.api.execute.Execution;
import tacit.api.execute.Execution.State;
import tacit.api.execute.Executions;
import tacit.api.execute.Shells;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.ListProfiles;

class ExecutionCommandsTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");

    private final ShellLines shell = new ShellLines();
    private final ListAudit audit = new ListAudit();
    private final List<String> acts = new ArrayList<>();

    @BeforeEach
    void start() {
        ExecutionCommands work = new ExecutionCommands(
                new OneExecution(acts),
                audit,
                Clock.fixed(TEN, ZoneOffset.UTC),
                ListProfiles.of("p1", "writer", "home"));
        shell.with(work, "executions");
        shell.with(work, "devices");
        shell.with(new SessionCommands(new OneShell(acts), audit), "shells");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    private String run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        return shell.out();
    }

    @Test
    void listsWork() {
        assertThat(run("tacit:executions --json"))
                .contains("\"id\":\"ex-1\"", "\"state\":\"failed\"", "\"error\":\"no pump\"", "\"tokens\":9");
        assertThat(acts).containsExactly("list null default null");
    }

    @Test
    void listsByStateProfileAndWorkspace() {
        run("tacit:executions --state failed --profile writer --workspace w1");

        assertThat(acts).containsExactly("list p1 w1 FAILED");
    }

    @Test
    void showsAllOfAPieceOfWork() {
        assertThat(run("tacit:executions show ex-1"))
                .contains("Which pump?", "chosen one with process", "half an answer", "{exit=3}");
    }

    @Test
    void listsWhatIsOpen() {
        assertThat(run("tacit:executions open --json")).contains("\"rows\":[]");
    }

    @Test
    void cancelsWithAReason() {
        assertThat(run("tacit:executions cancel ex-1 'no need'")).contains("Cancelled ex-1");

        assertThat(acts).containsExactly("cancel ex-1 operator no need");
    }

    @Test
    void listsDevicesWithWhatIsWrong() {
        assertThat(run("tacit:devices"))
                .contains("one", "ready", "1", "2")
                .contains("broken", "there is no program 'x'", "w1, w2", "disabled");
    }

    @Test
    void givesADeviceATaskOfTheOperatorWithAnAuditEntry() {
        assertThat(run("tacit:devices try one 'Say hello'")).contains("ex-1");

        assertThat(acts).containsExactly("submit trial-one-" + TEN.toEpochMilli() + " one Say hello null");
        assertThat(audit.entries).extracting(entry -> entry.action()).containsExactly("execution.try");
        assertThat(audit.entries.toString()).doesNotContain("hello");
    }

    @Test
    void listsShellSessions() {
        assertThat(run("tacit:shells")).contains("task-1", "/work", "{A=b}", "{hi=echo}");
    }

    @Test
    void runsACommandInASession() {
        assertThat(run("tacit:shells run task-1 'ls -l' --timeout 5")).contains("exit", "3", "said");

        assertThat(acts).containsExactly("run default task-1 ls -l PT5S");
        assertThat(audit.entries.toString()).doesNotContain("ls -l");
    }

    @Test
    void resetsASession() {
        assertThat(run("tacit:shells reset task-1")).contains("Reset task-1");
        assertThat(run("tacit:shells reset other")).contains("There is no session 'other'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:executions odd",
                "tacit:executions show",
                "tacit:executions cancel",
                "tacit:executions show ex-1 --workspace w9",
                "tacit:executions --state odd",
                "tacit:devices odd",
                "tacit:devices try one",
                "tacit:shells odd",
                "tacit:shells run task-1",
                "tacit:shells reset"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);
        assertThat(acts).isEmpty();
    }

    /** One that failed. */
    private record OneExecution(List<String> acts) implements Executions {

        private static Execution failed() {
            TaskBrief brief = new TaskBrief(
                    "b1",
                    "p1",
                    "default",
                    null,
                    "heartbeat",
                    "run-1",
                    "The pump",
                    "Which pump?",
                    "",
                    List.of(),
                    null,
                    null,
                    Duration.ofMinutes(1),
                    0,
                    0,
                    Map.of(),
                    Map.of());
            TaskResult result =
                    new TaskResult(false, "half an answer", "no pump", false, 9, 0, null, Map.of("exit", "3"));
            return new Execution(
                    "ex-1",
                    brief,
                    State.FAILED,
                    null,
                    "process",
                    "one",
                    List.of("chosen one with process"),
                    1,
                    result,
                    TEN,
                    TEN,
                    TEN);
        }

        @Override
        public Execution submit(TaskBrief brief, String approvalId) {
            acts.add("submit " + brief.id() + " " + brief.device() + " " + brief.prompt() + " " + approvalId);
            return failed();
        }

        @Override
        public boolean release(String id, String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean cancel(String id, String by, String reason) {
            acts.add("cancel " + id + " " + by + " " + reason);
            return true;
        }

        @Override
        public Optional<Execution> find(String id) {
            return Optional.of(failed()).filter(one -> one.id().equals(id));
        }

        @Override
        public Optional<Execution> ofBrief(String briefId) {
            return Optional.empty();
        }

        @Override
        public Page<Execution> list(String profileId, String workspaceId, State state, PageRequest page) {
            acts.add("list " + profileId + " " + workspaceId + " " + state);
            return new Page<>(List.of(failed()), 0, 1);
        }

        @Override
        public List<Execution> open(String profileId) {
            return List.of();
        }

        @Override
        public List<String> executors() {
            return List.of("process");
        }

        @Override
        public List<Device> devices() {
            return List.of(
                    new Device("one", "process", List.of(), 1, true, "", 1, 2),
                    new Device("two", "process", List.of("w1", "w2"), 2, true, "there is no program 'x'", 0, 1),
                    new Device("three", "process", List.of(), 3, false, "", 0, 1));
        }
    }

    /** One session. */
    private record OneShell(List<String> acts) implements Shells {

        @Override
        public ShellResult run(String workspaceId, String key, String command, Duration timeout) {
            acts.add("run " + workspaceId + " " + key + " " + command + " " + timeout);
            return new ShellResult(3, "said", "", false, false);
        }

        @Override
        public List<ShellSession> sessions(String workspaceId) {
            return List.of(new ShellSession(
                    workspaceId, "task-1", Path.of("/work"), Map.of("A", "b"), Map.of("hi", "echo"), 4, TEN));
        }

        @Override
        public boolean reset(String workspaceId, String key) {
            return key.equals("task-1");
        }
    }
}
