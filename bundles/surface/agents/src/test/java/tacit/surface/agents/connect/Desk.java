package tacit.surface.agents.connect;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tacit.api.command.Console;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.access.StoredTokens;

/** Both commands over real tokens and files, in a folder with a blank in its name. Confined to one test. */
final class Desk implements AutoCloseable {

    final Path data;
    final Path home;
    final ListAuditLog audit = new ListAuditLog();
    final StoredTokens tokens;

    private final TestDatabase database = Engine.HSQLDB.open();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Desk(Path folder) throws Exception {
        data = Files.createDirectories(folder.resolve("data it's"));
        home = Files.createDirectories(folder.resolve("home of ann"));
        tokens = new StoredTokens(
                database.database(),
                audit,
                Clock.systemUTC(),
                Configurations.of(StoredTokens.Config.class, Map.of("data_directory", data.toString())));
        host(4718);
    }

    /** As the gateway says where it listens. */
    void host(int otlpPort) throws Exception {
        Files.writeString(
                data.resolve("host.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"apiPort\":1,\"otlpPort\":" + otlpPort + "}");
    }

    Path claude() {
        return home.resolve(".claude/settings.json");
    }

    Path codex(String name) {
        return home.resolve(".codex").resolve(name);
    }

    Path write(Path file, String text) throws Exception {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    int connect(String... arguments) {
        return run(new ConnectCommand(connections(), tokens, audit)::run, arguments);
    }

    int disconnect(String... arguments) {
        return run(new DisconnectCommand(connections(), tokens, audit)::run, arguments);
    }

    /** As a process does that knows nothing of the ones before. */
    Connections connections() {
        return new Connections(data.toString());
    }

    private int run(BiFunction<List<String>, Console, Integer> command, String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                100,
                home);
        return command.apply(List.of(arguments), console);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
    }
}
