package tacit.pulse.executors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.execute.Shells;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.pulse.executors.Rig;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.openapi.Conformance;

@EachDatabase
class ResourcesTest {

    private static final Scope W1 = Scope.ofWorkspace("w1");
    private static final Scope W2 = Scope.ofWorkspace("w2");

    private final FakeShells shells = new FakeShells();
    private Rig rig;
    private String id;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, new MovingClock());
        rig.devices.addExecutor(new Fake());
        rig.device("one", "fake", Map.of("settings.command", "hush"));
        rig.device("theirs", "fake", Map.of("workspaces", new String[] {"w2"}));
        id = rig.executions
                .submit(Rig.brief("b1", Map.of("user", "anna")), null)
                .id();
    }

    private static String body(HttpResource resource, FakeCall call) {
        return Conformance.answer(resource, call).toString();
    }

    private static void refused(int status, HttpResource resource, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    @Test
    void listsAndShowsWork() {
        assertThat(body(
                        new ExecutionsResource(rig.executions),
                        new FakeCall(W1, Map.of(), Map.of("state", "queued"), "")))
                .contains("\"id\":\"" + id + "\"", "\"state\":\"queued\"", "\"total\":1", "\"overBudget\":0");
        assertThat(body(new ExecutionResource(rig.executions), new FakeCall(W1, Map.of("id", id), Map.of(), "")))
                .contains("\"prompt\":\"Do what is to be done\"", "\"routing\":[\"passed over theirs");
    }

    @Test
    void ex22ShowsAWorkspaceNothingOfAnother() {
        assertThat(body(new ExecutionsResource(rig.executions), new FakeCall(W2, Map.of(), Map.of(), "")))
                .contains("\"total\":0")
                .doesNotContain(id);
        refused(404, new ExecutionResource(rig.executions), new FakeCall(W2, Map.of("id", id), Map.of(), ""));
        refused(404, new CancelResource(rig.executions), new FakeCall(W2, Map.of("id", id), Map.of(), "{}"));
        assertThat(body(new DevicesResource(rig.executions), new FakeCall(W1, Map.of(), Map.of(), "")))
                .contains("\"one\"")
                .doesNotContain("theirs", "hush");
        assertThat(body(new DevicesResource(rig.executions), new FakeCall(W2, Map.of(), Map.of(), "")))
                .contains("theirs");
    }

    @Test
    void ex22ShowsAUserOnlyTheirOwn() {
        Scope anna = new Scope("w1", "anna");
        Scope ben = new Scope("w1", "ben");

        assertThat(body(new ExecutionResource(rig.executions), new FakeCall(anna, Map.of("id", id), Map.of(), "")))
                .contains(id);
        refused(404, new ExecutionResource(rig.executions), new FakeCall(ben, Map.of("id", id), Map.of(), ""));
        refused(403, new ExecutionsResource(rig.executions), new FakeCall(anna, Map.of(), Map.of(), ""));
        refused(403, new ShellsResource(shells), new FakeCall(anna, Map.of(), Map.of(), ""));
    }

    @Test
    void cancelsWithAnAuditEntryAndOnce() {
        CancelResource cancel = new CancelResource(rig.executions);

        assertThat(body(cancel, new FakeCall(W1, Map.of("id", id), Map.of(), "{\"reason\":\"no need\"}")))
                .contains("\"state\":\"cancelled\"", "cancelled by test: no need");

        assertThat(rig.audit.entries).extracting(entry -> entry.actor()).containsExactly("test");
        refused(409, cancel, new FakeCall(W1, Map.of("id", id), Map.of(), ""));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refused(400, new ExecutionsResource(rig.executions), new FakeCall(W1, Map.of(), Map.of("x", "1"), ""));
        refused(400, new ExecutionsResource(rig.executions), new FakeCall(W1, Map.of(), Map.of("state", "odd"), ""));
        refused(400, new ExecutionsResource(rig.executions), new FakeCall(W1, Map.of(), Map.of("limit", "-1"), ""));
        refused(400, new CancelResource(rig.executions), new FakeCall(W1, Map.of("id", id), Map.of(), "[1]"));
        refused(400, new CancelResource(rig.executions), new FakeCall(W1, Map.of("id", id), Map.of(), "{\"y\":1}"));
        refused(400, new CancelResource(rig.executions), new FakeCall(W1, Map.of("id", id), Map.of(), "{"));
    }

    @Test
    void runsShowsAndResetsShellsWithAnAuditEntryFirst() {
        FakeCall run = new FakeCall(W1, Map.of("key", "k1"), Map.of(), "{\"command\":\"pwd\",\"timeoutSeconds\":7}");

        assertThat(body(new ShellRunResource(shells, rig.audit), run))
                .isEqualTo("{\"exit\":0,\"output\":\"/\",\"error\":\"\",\"cut\":false,\"timedOut\":false}");
        assertThat(shells.ran).containsExactly("w1 k1 pwd PT7S");
        assertThat(body(new ShellsResource(shells), new FakeCall(W1, Map.of(), Map.of(), "")))
                .contains("\"key\":\"k1\"");
        assertThat(body(new ShellResetResource(shells, rig.audit), run)).contains("\"reset\":true");
        assertThat(rig.audit.entries).extracting(entry -> entry.action()).containsExactly("shell.run", "shell.reset");
        assertThat(rig.audit.entries.toString()).doesNotContain("pwd");
    }

    @Test
    void refusesShellsThatCannotRun() {
        refused(400, new ShellRunResource(shells, rig.audit), new FakeCall(W1, Map.of("key", "k1"), Map.of(), ""));
        refused(404, new ShellResetResource(shells, rig.audit), new FakeCall(W1, Map.of("key", "no"), Map.of(), ""));
        rig.audit.broken = true;
        assertThatThrownBy(() -> new ShellRunResource(shells, rig.audit)
                        .handle(new FakeCall(W1, Map.of("key", "k1"), Map.of(), "{\"command\":\"pwd\"}")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(shells.ran).isEmpty();
    }

    @Test
    void letsOnlyOperatorsAct() {
        assertThat(Stream.of(
                                new CancelResource(rig.executions),
                                new ShellsResource(shells),
                                new ShellRunResource(shells, rig.audit),
                                new ShellResetResource(shells, rig.audit))
                        .map(HttpResource::role))
                .containsOnly(Optional.of(AccessRole.OPERATOR));
    }

    /** Does nothing. */
    private static final class Fake implements TaskExecutor {

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public TaskResult execute(TaskOrder order) {
            return TaskResult.done("");
        }
    }

    /** Keeps what was to be run. */
    private static final class FakeShells implements Shells {

        final List<String> ran = new ArrayList<>();

        @Override
        public ShellResult run(String workspaceId, String key, String command, Duration timeout) {
            if (command.isBlank()) {
                throw new IllegalArgumentException("command must be a text");
            }
            ran.add(workspaceId + " " + key + " " + command + " " + timeout);
            return new ShellResult(0, "/", "", false, false);
        }

        @Override
        public List<ShellSession> sessions(String workspaceId) {
            return List.of(new ShellSession(
                    workspaceId, "k1", Path.of("/"), Map.of("A", "b"), Map.of("hi", "echo"), 1, Instant.EPOCH));
        }

        @Override
        public boolean reset(String workspaceId, String key) {
            return key.equals("k1");
        }
    }

    /** A request. */
    private record FakeCall(
            Scope scope, Map<String, String> pathParameters, Map<String, String> parameters, String text)
            implements Call {

        @Override
        public Principal principal() {
            return new Principal("test", AccessRole.OPERATOR, scope);
        }

        @Override
        public Map<String, List<String>> query() {
            return parameters.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> contentType() {
            return Optional.of("application/json");
        }

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
