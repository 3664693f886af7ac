package tacit.bench.proxy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tacit.bench.Bench;
import tacit.bench.Options;

/** Compares a call through a facade with a direct one, each in a process of its own. */
public final class ProxyBench implements Bench {

    /** The most that a facade may add to a call, in nanoseconds, by the number of threads. */
    private static final SortedMap<Integer, Double> BARS = new TreeMap<>(Map.of(1, 60.0, 4, 120.0));

    private static final int WARM_UPS = 5;
    private static final int ITERATIONS = 5;

    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public String usage() {
        return "proxy [--millis 1000] [--same-process]: nanoseconds that a facade adds to a call, at 1 and 4 threads";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws RunnerException {
        Options options = new Options(arguments, List.of("--millis"), List.of("--same-process"));
        int forks = options.has("--same-process") ? 0 : 1;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<Integer, Double> bar : BARS.entrySet()) {
            int threads = bar.getKey();
            rows.add(row(threads, bar.getValue(), measure(threads, forks, options.number("--millis", 1000))));
        }
        return new LinkedHashMap<>(Map.of("proxy", rows));
    }

    /** Nanoseconds a call, by the name of the benchmark's method. */
    private static Map<String, Double> measure(int threads, int forks, int millis) throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\." + ProxyCalls.class.getSimpleName() + "\\.")
                        .threads(threads)
                        .forks(forks)
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.milliseconds(millis))
                        .measurementIterations(ITERATIONS)
                        .measurementTime(TimeValue.milliseconds(millis))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Double> nanos = new LinkedHashMap<>();
        results.forEach(result -> nanos.put(
                result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore()));
        return nanos;
    }

    static Map<String, Object> row(int threads, double bar, Map<String, Double> nanos) {
        double direct = figure(nanos, "direct");
        double facade = figure(nanos, "facade");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("threads", threads);
        row.put("directNs", rounded(direct));
        row.put("facadeNs", rounded(facade));
        row.put("overheadNs", rounded(facade - direct));
        row.put("barNs", bar);
        row.put("underBar", facade - direct < bar);
        row.put("everyCallRecordedNs", rounded(figure(nanos, "recorded")));
        return row;
    }

    private static double figure(Map<String, Double> nanos, String name) {
        return Objects.requireNonNull(nanos.get(name), name);
    }

    private static double rounded(double nanos) {
        return Math.round(nanos * 10) / 10.0;
    }
}
