package tacit.surface.agents.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.runtime.testkit.http.ResourceServer;

/** The program that agents call, run by a real shell with a real curl. */
class HookScriptTest {

    private static final String GOOD =
            "{\"hookSpecificOutput\":{\"hookEventName\":\"UserPromptSubmit\",\"additionalContext\":\"Zeile\\nzwei ü\"}}";
    private static final String EVENT = "{\"hook_event_name\":\"UserPromptSubmit\",\"prompt\":\"it's \\\"é\\\" $(x)\"}";

    @TempDir
    Path folder;

    private Path data;
    private HookScript script;
    private final List<String> heard = new ArrayList<>();

    private record Run(int exit, String out, String err) {}

    private final class Answering implements HttpResource {

        private final String path;
        private final Reply reply;

        Answering(String path, Reply reply) {
            this.path = path;
            this.reply = reply;
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public Optional<AccessRole> role() {
            return Optional.of(AccessRole.AGENT);
        }

        @Override
        public Reply handle(Call call) {
            heard.add(new String(call.body(), StandardCharsets.UTF_8));
            if (reply.status() >= 400) {
                throw new HttpProblem(reply.status(), "No");
            }
            return reply;
        }
    }

    @BeforeEach
    void install() throws Exception {
        data = folder.resolve("a folder's \"name\" $x");
        script = new HookScript(data.resolve("bin"));
        script.install();
        Files.createDirectories(data.resolve("connect"));
        for (String agent : List.of("claude-code", "codex")) {
            Files.writeString(
                    data.resolve("connect/" + agent + ".curl"), "header = \"Authorization: Bearer secret\"\n");
        }
    }

    private void host(long pid, int port) throws IOException {
        Files.writeString(
                data.resolve("host.json"), "{\"pid\":" + pid + ",\"apiPort\":" + port + ",\"otlpPort\":2,\"x\":\"y\"}");
    }

    private static long here() {
        return ProcessHandle.current().pid();
    }

    private ResourceServer serve(Reply reply) throws IOException {
        Principal ann = new Principal("ann", AccessRole.AGENT, Scope.ofDefaultWorkspace());
        ResourceServer server = ResourceServer.of(
                Map.of("secret", ann),
                new Answering("/v1/agents/claude-code/hooks", reply),
                new Answering("/v1/agents/codex/notify", reply));
        host(here(), server.uri().getPort());
        return server;
    }

    /** By a shell, as agents do. */
    private Run run(String command, String input, @Nullable String path) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.environment().put("http_proxy", "http://127.0.0.1:1");
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder.redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Run hook() throws Exception {
        return run(script.command(Agent.CLAUDE_CODE), EVENT, null);
    }

    @Test
    void passesTheEventAndTheAnswerOnAsTheyAre() throws Exception {
        try (ResourceServer server = serve(Reply.json(200, GOOD))) {
            assertThat(server.uri()).isNotNull();
            assertThat(hook()).isEqualTo(new Run(0, GOOD + "\n", ""));
        }
        assertThat(heard).containsExactly(EVENT);
    }

    @Test
    void passesTheTurnOfCodexOnAndSaysNothing() throws Exception {
        String turn = "{\"type\":\"agent-turn-complete\",\"last-assistant-message\":\"it\\u0027s 100 % \\\\n\"}";
        try (ResourceServer server = serve(Reply.json(200, GOOD))) {
            assertThat(server.uri()).isNotNull();
            String command = script.command(Agent.CODEX).replace(" hooks", " notify") + " '" + turn + "'";
            assertThat(run(command, "", null)).isEqualTo(new Run(0, "", ""));
        }
        assertThat(heard).containsExactly(turn);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 401, 413, 500, 503})
    void saysNothingWhereThereIsNoAnswer(int status) throws Exception {
        try (ResourceServer server = serve(Reply.json(status, GOOD))) {
            assertThat(server.uri()).isNotNull();
            Run run = hook();
            assertThat(run.exit()).isZero();
            assertThat(run.out() + run.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>It works</html>", "{\"decision\":\"block\"}", "{\"hookSpecificOutput\":{\"a", "", "\0\1"})
    void saysNothingToNonsense(String nonsense) throws Exception {
        try (ResourceServer server = serve(Reply.json(200, nonsense))) {
            assertThat(server.uri()).isNotNull();
            assertThat(hook()).isEqualTo(new Run(0, "", ""));
        }
    }

    @Test
    void saysNothingWithoutAHost() throws Exception {
        assertThat(hook()).isEqualTo(new Run(0, "", ""));
        host(here(), freePort());
        assertThat(hook()).isEqualTo(new Run(0, "", ""));
        Files.writeString(data.resolve("host.json"), "{\"pid\":}");
        assertThat(hook()).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void givesNoTokenToWhoeverTookThePortOfADeadHost() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        try (ResourceServer server = serve(Reply.json(200, GOOD))) {
            host(dead.pid(), server.uri().getPort());
            assertThat(hook()).isEqualTo(new Run(0, "", ""));
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void givesUpOnAHostThatDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            host(here(), silent.getLocalPort());
            assertThat(hook()).isEqualTo(new Run(0, "", ""));
        }
    }

    @Test
    void saysNothingToAnAnswerThatBreaksOff() throws Exception {
        LinkedBlockingQueue<Boolean> served = new LinkedBlockingQueue<>();
        try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            host(here(), socket.getLocalPort());
            Thread thread = new Thread(() -> served.add(breakOff(socket)));
            thread.start();
            assertThat(hook()).isEqualTo(new Run(0, "", ""));
            assertThat(served.poll(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean breakOff(ServerSocket socket) {
        try (Socket caller = socket.accept();
                InputStream in = caller.getInputStream()) {
            boolean begun = in.read() >= 0;
            String half = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + GOOD;
            caller.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
            caller.getOutputStream().flush();
            return begun;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void saysNothingWithoutCurl() throws Exception {
        try (ResourceServer server = serve(Reply.json(200, GOOD))) {
            assertThat(server.uri()).isNotNull();
            assertThat(run(
                            script.command(Agent.CLAUDE_CODE),
                            EVENT,
                            folder.resolve("nothing").toString()))
                    .isEqualTo(new Run(0, "", ""));
        }
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cursor hooks", "claude-code notify", "codex ../x", "claude-code"})
    void saysNothingToOtherArguments(String arguments) throws Exception {
        String program = script.command(Agent.CLAUDE_CODE).replace(" claude-code hooks", "");
        try (ResourceServer server = serve(Reply.json(200, GOOD))) {
            assertThat(server.uri()).isNotNull();
            assertThat(run(program + " " + arguments, EVENT, null)).isEqualTo(new Run(0, "", ""));
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void showsTheTokenOnNoCommandLine() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("fake"));
        Path spy = Files.writeString(bin.resolve("curl"), "#!/bin/sh\nprintf '%s ' \"$@\" >'" + folder + "/spied'\n");
        assertThat(spy.toFile().setExecutable(true)).isTrue();
        host(here(), 9);

        run(script.command(Agent.CLAUDE_CODE), EVENT, bin + ":/bin:/usr/bin");

        assertThat(folder.resolve("spied")).content().contains("-K").doesNotContain("secret", "UserPromptSubmit");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
