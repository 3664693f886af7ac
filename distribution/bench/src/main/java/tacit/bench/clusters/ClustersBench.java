package tacit.bench.clusters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.TraceFiles;
import tacit.api.learn.FailureMiner;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.bench.Bench;
import tacit.bench.Folders;
import tacit.learn.clusters.SqlFailureClusters;

/** Compares families of failures with error classes over a mixed import, and over each source alone. */
public final class ClustersBench implements Bench {

    private static final Path SAMPLE = Folders.project().resolve("examples/records-agent/sample/records-agent.jsonl");

    private final TraceFiles files;
    private final FailureMiner miner;

    public ClustersBench(TraceFiles files, FailureMiner miner) {
        this.files = files;
        this.miner = miner;
    }

    @Override
    public String name() {
        return "clusters";
    }

    @Override
    public String usage() {
        return "clusters [--input FOLDER]  V-measure of families of failures against error classes";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws IOException {
        List<ClusterSource> sources = ClusterSource.under(input(arguments), SAMPLE).stream()
                .filter(source -> Files.exists(source.path()))
                .toList();
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("--input must hold the data that is measured");
        }
        List<RecordedTrace> runs = new ArrayList<>();
        Map<String, List<FailingStep>> steps = new LinkedHashMap<>();
        Map<String, Object> each = new LinkedHashMap<>();
        try (TemporaryDatabase database = new TemporaryDatabase()) {
            ClusteredRuns clustered = clustered(database);
            for (ClusterSource source : sources) {
                List<RecordedTrace> own = RunReader.read(files, source.path());
                Map<String, List<FailingStep>> failing = steps(source, own);
                each.put(source.name(), figures(clustered.items(Scope.ofWorkspace(source.name()), own, failing), own));
                runs.addAll(own);
                steps.putAll(failing);
            }
            Map<String, Object> mixed = figures(clustered.items(Scope.ofDefaultWorkspace(), runs, steps), runs);
            mixed.put("sources", each);
            return mixed;
        }
    }

    private ClusteredRuns clustered(TemporaryDatabase database) {
        return new ClusteredRuns(
                miner,
                new SqlFailureClusters(
                        database.database(),
                        new UnauditedActs(),
                        Clock.systemUTC(),
                        SqlFailureClusters.DEFAULT_THRESHOLD));
    }

    private static Map<String, List<FailingStep>> steps(ClusterSource source, List<RecordedTrace> runs) {
        Map<String, List<FailingStep>> steps = new LinkedHashMap<>();
        runs.forEach(run -> steps.put(run.trace().id(), source.classes().failingSteps(run)));
        return steps;
    }

    private static Map<String, Object> figures(List<VMeasure.Item> items, List<RecordedTrace> runs) {
        VMeasure measure = VMeasure.of(items);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("vMeasure", measure.value());
        figures.put("homogeneity", measure.homogeneity());
        figures.put("completeness", measure.completeness());
        figures.put("traces", runs.size());
        figures.put("steps", items.size());
        figures.put("missed", ClusteredRuns.missed(items));
        return figures;
    }

    private static Path input(List<String> arguments) {
        int at = arguments.indexOf("--input");
        if (at >= 0 && at + 1 == arguments.size()) {
            throw new IllegalArgumentException("--input must be followed by a folder");
        }
        return at < 0 ? Folders.data() : Path.of(arguments.get(at + 1));
    }
}
