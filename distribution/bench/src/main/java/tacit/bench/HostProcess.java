package tacit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A host in a process of its own, started by the command that users start it by. */
final class HostProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final BufferedReader output;
    private final long begun;

    private HostProcess(Process process, long begun) {
        this.process = process;
        this.begun = begun;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a host on free ports. */
    static HostProcess start(Path tacit, Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(tacit.toAbsolutePath().toString(), "up"));
        command.addAll(List.of("--data", data.toString(), "--port", "0", "--otlp-port", "0"));
        command.addAll(List.of(options));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new HostProcess(process, begun);
    }

    /** Waits for the ready line; answers the time since the process was asked for. */
    Duration awaitReady() throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Tacit is ready") && !line.contains("problems")) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            said.add(line);
        }
        throw new IllegalStateException("Cannot measure the host: it did not start: " + String.join("; ", said));
    }

    /** The memory that the process keeps, as the system counts it; Linux only. */
    long residentKilobytes() throws IOException {
        return resident(Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")));
    }

    static long resident(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot read the resident memory: no VmRSS"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
