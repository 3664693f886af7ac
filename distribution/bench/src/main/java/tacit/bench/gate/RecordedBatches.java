package tacit.bench.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.TraceFiles;
import tacit.bench.Folders;
import tacit.evidence.benchmarks.InterCodeSource;
import tacit.evidence.benchmarks.TauBenchSource;
import tacit.evidence.ingest.FileReader;
import tacit.learn.gate.StatisticalGate;

/** What the gate says of the recorded batches in a folder of real data. */
final class RecordedBatches {

    private static final List<String> AIRLINE = List.of("tau-bench-airline/gpt-4o-airline.json.gz");

    private final TraceFiles files = new FileReader(1L << 31, List.of(new InterCodeSource(), new TauBenchSource()));
    private final BaselineAgainstItself noise = new BaselineAgainstItself(new StatisticalGate());
    private final Path data;

    private RecordedBatches(Path data) {
        this.data = data;
    }

    /**
     * Finds the folder.
     *
     * @param bench named in complaints
     * @param arguments none, or {@code --input FOLDER}
     */
    static RecordedBatches of(String bench, List<String> arguments) {
        boolean given = arguments.size() == 2 && arguments.get(0).equals("--input");
        if (!given && !arguments.isEmpty()) {
            throw new IllegalArgumentException(bench + " takes --input FOLDER, got " + arguments);
        }
        Path folder = given ? Path.of(arguments.get(1)) : Folders.data();
        if (!Files.isDirectory(folder.resolve("intercode"))) {
            throw new IllegalArgumentException("--input must be the folder of real data, got '" + folder + "'");
        }
        return new RecordedBatches(folder);
    }

    /** What the compare command says of a change. */
    Map<String, Object> judge(NaturalExperiment experiment) {
        return new ComparedFiles(files).judge(experiment, data);
    }

    /** The trials of each airline task dealt two and two. */
    Map<String, Object> dealt() {
        return noise.dealt(graded(AIRLINE));
    }

    /** The arms of a change swapped per task by a fair coin. */
    Map<String, Object> swapped(NaturalExperiment experiment) {
        return noise.swapped(graded(experiment.baseline()), graded(experiment.candidate()));
    }

    private Map<String, List<Boolean>> graded(List<String> names) {
        return GradedRuns.of(files, names.stream().map(data::resolve).toList());
    }
}
