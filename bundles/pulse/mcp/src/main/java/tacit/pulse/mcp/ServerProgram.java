package tacit.pulse.mcp;

import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server that is a program, in a process group of its own, with the few variables of the host that the SDK gives and those that
 * an operator named. The SDK leaves alone what a program started, so it notes its process in a file for the end.
 */
final class ServerProgram extends StdioClientTransport {

    private static final String NOTE = "echo $$ > \"$0\"; exec \"$@\"";
    private static final List<Path> GROUPERS = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
    private static final int MOST_CHARACTERS = 4 << 20;

    private final @Nullable Path folder;
    private final Path mark;

    ServerProgram(
            List<String> command,
            Map<String, String> environment,
            @Nullable Path folder,
            Path mark,
            McpJsonMapper mapper) {
        super(parameters(command, environment, mark), mapper, MOST_CHARACTERS);
        this.folder = folder;
        this.mark = mark;
        setStdErrorHandler(line -> {});
    }

    private static ServerParameters parameters(List<String> command, Map<String, String> environment, Path mark) {
        List<String> words = new ArrayList<>();
        GROUPERS.stream().filter(Files::isExecutable).findFirst().ifPresent(file -> words.add(file.toString()));
        words.addAll(List.of("/bin/sh", "-c", NOTE, mark.toString()));
        words.addAll(command);
        return ServerParameters.builder(words.get(0))
                .args(words.subList(1, words.size()))
                .env(environment)
                .build();
    }

    /** The SDK puts the command and the variables into it. */
    @Override
    protected ProcessBuilder getProcessBuilder() {
        ProcessBuilder builder = new ProcessBuilder();
        builder.environment().clear();
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        return builder;
    }

    /** Kills it with all that it started. */
    void kill() throws IOException {
        String pid = Files.exists(mark)
                ? Files.readString(mark, StandardCharsets.UTF_8).strip()
                : "";
        if (!pid.matches("\\d{1,9}")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        Process killer = new ProcessBuilder("/bin/sh", "-c", "kill -KILL -" + pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean interrupted = Thread.interrupted();
        try {
            killer.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
