package tacit.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution, running in a process of its own on free ports until it is closed. */
public final class BenchHost implements AutoCloseable {

    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final int apiPort;
    private final int otlpPort;

    private BenchHost(Process process, int apiPort, int otlpPort) {
        this.process = process;
        this.apiPort = apiPort;
        this.otlpPort = otlpPort;
    }

    /** Starts a host and returns once it serves. */
    public static BenchHost start(Path data) throws IOException, InterruptedException {
        BenchHost host = launch(data);
        host.await(data.resolve("host.json"));
        return host;
    }

    /** Starts a host and returns at once. */
    public static BenchHost launch(Path data) throws IOException {
        return launch(data, List.of());
    }

    /**
     * Starts a host and returns at once.
     *
     * @param flags more of them, for its virtual machine
     */
    public static BenchHost launch(Path data, List<String> flags) throws IOException {
        Path home = Path.of(System.getProperty("tacit.home", "distribution/target/tacit"));
        int apiPort = freePort();
        int otlpPort = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(shippedFlags());
        command.addAll(flags);
        command.addAll(List.of(
                "-Dtacit.home=" + home,
                "-cp",
                classPath(home.resolve("lib")),
                "tacit.runtime.launcher.Main",
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(apiPort),
                "--otlp-port",
                Integer.toString(otlpPort)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new BenchHost(process, apiPort, otlpPort);
    }

    /** Those that {@code ./tacit} starts a host with, a line each, as it hands them over; without it, only what bounds memory. */
    private static List<String> shippedFlags() {
        String flags = System.getenv("TACIT_HOST_FLAGS");
        return flags == null
                ? List.of("-XX:+UseSerialGC", "-Xss512k", "-Xmx512m")
                : flags.lines().filter(flag -> !flag.isBlank()).toList();
    }

    public int apiPort() {
        return apiPort;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process as a power cut would, and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The processes that it started and that still run, and theirs. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** The memory that the process keeps, as the system counts it; Linux only. */
    public long residentKilobytes() throws IOException {
        return HostProcess.resident(Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")));
    }

    public int otlpPort() {
        return otlpPort;
    }

    private void await(Path listening) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(listening)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("Cannot start the host: it did not listen within " + START_SECONDS
                        + " s, is the distribution built?");
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String classPath(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
