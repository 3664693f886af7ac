package tacit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures how long a host takes from nothing to ready, and what memory it keeps once the sample is loaded. */
final class StartBench implements Bench {

    private static final int RUNS = 5;
    private static final int WAIT_SECONDS = 60;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String usage() {
        return "start [--runs N] [--wait SECONDS]: cold start to ready; resident memory after the sample and the wait";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        List<String> rest = new ArrayList<>(arguments);
        int runs = number(rest, "--runs", RUNS);
        int wait = number(rest, "--wait", WAIT_SECONDS);
        if (!rest.isEmpty() || runs < 1 || wait < 0) {
            throw new IllegalArgumentException("start must be given --runs N or --wait SECONDS, got " + arguments);
        }
        Path tacit = Folders.project().resolve("tacit");
        long[] readyMillis = new long[runs];
        for (int i = 0; i < runs; i++) {
            readyMillis[i] = coldStart(tacit);
        }
        long residentKilobytes = residentWithSample(tacit, Duration.ofSeconds(wait));
        return figures(readyMillis, residentKilobytes);
    }

    static Map<String, Object> figures(long[] readyMillis, long residentKilobytes) {
        long[] sorted = readyMillis.clone();
        Arrays.sort(sorted);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("readyMsMedian", median(sorted));
        figures.put("readyMsMin", sorted[0]);
        figures.put("readyMsMax", sorted[sorted.length - 1]);
        figures.put("rssMb", Math.round(residentKilobytes / 102.4) / 10.0);
        figures.put("runs", sorted.length);
        return figures;
    }

    private static long median(long[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long coldStart(Path tacit) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("tacit-bench-");
        try (HostProcess host = HostProcess.start(tacit, data)) {
            return host.awaitReady().toMillis();
        } finally {
            delete(data);
        }
    }

    private static long residentWithSample(Path tacit, Duration wait) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("tacit-bench-");
        try (HostProcess host = HostProcess.start(tacit, data, "--sample")) {
            host.awaitReady();
            // The figure is the memory of an idle host some time after its start, so time must pass.
            Thread.sleep(wait.toMillis());
            return host.residentKilobytes();
        } finally {
            delete(data);
        }
    }

    private static int number(List<String> arguments, String name, int usual) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return usual;
        }
        if (at + 1 == arguments.size()) {
            throw new IllegalArgumentException(name + " must be followed by a number");
        }
        arguments.remove(at);
        return Integer.parseInt(arguments.remove(at));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
