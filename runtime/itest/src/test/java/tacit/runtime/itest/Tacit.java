package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of the real image. Confined to one test. */
final class Tacit implements AutoCloseable {

    private static final int SECONDS = 90;
    private static final String END = "\0";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private Tacit(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the command with both streams in one; its input is empty. */
    static Tacit start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-Dtacit.home=" + image()));
        command.addAll(List.of("-cp", classPath(), "tacit.runtime.launcher.Main"));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return of(new ProcessBuilder(command));
    }

    /** Starts a process that becomes one of the image, with both streams in one; its input is empty. */
    static Tacit of(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new Tacit(process);
    }

    /** Starts a host on free ports and returns once it is ready. */
    static Tacit up(Path data, Object... arguments) throws Exception {
        List<Object> all = new ArrayList<>(List.of("up", "--data", data, "--port", "0", "--otlp-port", "0"));
        all.addAll(List.of(arguments));
        Tacit host = start(all.toArray());
        host.await("Tacit is ready");
        return host;
    }

    /** Runs a verb to its end. */
    static Tacit run(Object... arguments) throws Exception {
        Tacit command = start(arguments);
        command.awaitExit();
        return command;
    }

    static Path root() {
        return Path.of(System.getenv("TACIT_ROOT"));
    }

    static Path image() {
        return root().resolve("distribution/target/tacit");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(image().resolve("lib"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException closed) {
            lines.add("(output ended: " + closed.getMessage() + ")");
        }
        lines.add(END);
    }

    /** Waits for a line that begins so, and answers it. */
    String await(String beginning) throws InterruptedException {
        for (String line = next(); !line.equals(END); line = next()) {
            seen.add(line);
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("no line began with '" + beginning + "' in " + seen);
    }

    private String next() throws InterruptedException {
        String line = lines.poll(SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing was said for " + SECONDS + " s after " + seen);
        }
        return line;
    }

    /** Waits for the end and answers the exit code. */
    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as(seen::toString)
                .isTrue();
        for (String line = next(); !line.equals(END); line = next()) {
            seen.add(line);
        }
        lines.add(END);
        return process.exitValue();
    }

    /** Asks for the end as a service manager does, and answers the exit code. */
    int terminate() throws InterruptedException {
        // By its handle: destroying the process itself would close its output too.
        process.toHandle().destroy();
        return awaitExit();
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitExit();
    }

    int exitCode() {
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** All that was said so far, as far as it was awaited. */
    String output() {
        return String.join("\n", seen);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
