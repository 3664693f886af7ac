package tacit.bench.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tacit.api.harness.Situation;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.runtime.ledger.FileArtifacts;
import tacit.runtime.sandbox.ProcessSandbox;
import tacit.runtime.testkit.Configurations;

/** A sandbox on a data directory of its own, with one candidate. */
final class MeasuredSandbox implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Path data = Files.createTempDirectory("tacit-bench-");
    private final ProcessSandbox sandbox;
    private final String sha256;

    MeasuredSandbox(byte[] candidate, int warmCells) throws IOException {
        FileArtifacts artifacts = new FileArtifacts(
                Configurations.of(FileArtifacts.Config.class, Map.of("data_directory", data.toString())));
        sha256 = artifacts.put(candidate);
        sandbox = new ProcessSandbox(
                artifacts,
                Configurations.of(
                        ProcessSandbox.Config.class,
                        Map.of(
                                "home", home().toString(),
                                "data_directory", data.toString(),
                                "warm_cells", warmCells)));
    }

    static Path home() {
        return Path.of(System.getProperty("tacit.home", ""));
    }

    String level() {
        return sandbox.level().name();
    }

    List<String> walls() {
        return sandbox.walls();
    }

    /** Runs of one case each, after one that is not counted. */
    Map<String, Object> runs(int count, Duration pause) throws InterruptedException {
        millis(1);
        double[] took = new double[count];
        for (int i = 0; i < count; i++) {
            // A process that is kept ready needs the time between two runs to become so
            Thread.sleep(pause.toMillis());
            took[i] = millis(1);
        }
        Arrays.sort(took);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("p50", rounded(took[(count - 1) / 2]));
        figures.put("p99", rounded(took[(int) Math.ceil(count * 0.99) - 1]));
        figures.put("max", rounded(took[count - 1]));
        return figures;
    }

    /** From the time that many cases take beyond a run of one. */
    long casesPerSecond(int cases, Duration pause) throws InterruptedException {
        Thread.sleep(pause.toMillis());
        double one = millis(1);
        Thread.sleep(pause.toMillis());
        return Math.round(1000 * cases / (millis(cases + 1) - one));
    }

    private double millis(int cases) {
        long begun = System.nanoTime();
        SandboxReport report = sandbox.run(new SandboxRun(
                sha256,
                new TreeMap<>(),
                IntStream.range(0, cases).mapToObj(MeasuredSandbox::question).toList(),
                DEADLINE,
                SandboxLevel.PROCESS));
        double took = (System.nanoTime() - begun) / 1e6;
        for (CaseResult result : report.results()) {
            if (result.status() != CaseResult.Status.ANSWERED) {
                throw new IllegalStateException("Cannot measure the sandbox: " + report.startFailure() + ", " + result);
            }
        }
        return took;
    }

    private static SandboxCase question(int number) {
        String inputs = "[\"Connection " + number + " refused after 30 s\",null]";
        return new SandboxCase(
                "c" + number,
                new Situation("failure-template", "template(String,String)", inputs, Instant.EPOCH, number, List.of()));
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    @Override
    public void close() throws IOException {
        sandbox.stop();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
