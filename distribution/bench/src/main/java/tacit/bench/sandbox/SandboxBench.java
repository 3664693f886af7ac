package tacit.bench.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tacit.bench.Bench;
import tacit.bench.Options;

/** Measures runs in child processes that waited and that did not, and how many cases one process answers in a second. */
public final class SandboxBench implements Bench {

    private static final int RUNS = 20;
    private static final int CASES = 5000;
    private static final int PAUSE_MILLIS = 2000;

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String usage() {
        return "sandbox [--runs 20] [--cases 5000] [--pause MILLIS]: runs of one case, warm and cold; cases per second";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--runs", "--cases", "--pause"), List.of());
        int runs = options.number("--runs", RUNS);
        int cases = options.number("--cases", CASES);
        Duration pause = Duration.ofMillis(options.number("--pause", PAUSE_MILLIS));
        byte[] candidate = Files.readAllBytes(candidate());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("runs", runs);
        try (MeasuredSandbox warm = new MeasuredSandbox(candidate, 1)) {
            figures.put("level", warm.level());
            figures.put("walls", warm.walls());
            figures.put("warmMs", warm.runs(runs, pause));
            figures.put("casesPerSecond", warm.casesPerSecond(cases, pause));
        }
        try (MeasuredSandbox cold = new MeasuredSandbox(candidate, 0)) {
            figures.put("coldMs", cold.runs(runs, Duration.ZERO));
        }
        return figures;
    }

    /** The provider that the image ships. */
    private static Path candidate() throws IOException {
        Path folder = MeasuredSandbox.home().resolve("harness");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("tacit.learn.template"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Cannot find a provider in '" + folder + "'"));
        }
    }
}
