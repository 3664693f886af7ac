package tacit.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.TraceFiles;
import tacit.evidence.benchmarks.InterCodeSource;
import tacit.evidence.benchmarks.TauBenchSource;
import tacit.evidence.ingest.FileReader;
import tacit.learn.gate.StatisticalGate;

/** Compares recorded batches with a known verdict, and baselines with themselves. */
final class CompareBench implements Bench {

    private static final List<String> AIRLINE = List.of("tau-bench-airline/gpt-4o-airline.json.gz");

    private final TraceFiles files = new FileReader(1L << 31, List.of(new InterCodeSource(), new TauBenchSource()));

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String usage() {
        return "compare [--input FOLDER]: verdicts on recorded harness changes, and wrong PASSes without any change";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) {
        Path data = input(arguments);
        Map<String, Object> rows = new LinkedHashMap<>();
        Map<String, Object> swaps = new LinkedHashMap<>();
        BaselineAgainstItself noise = new BaselineAgainstItself(new StatisticalGate());
        int right = 0;
        for (NaturalExperiment experiment : NaturalExperiment.ALL) {
            Map<String, Object> row = new ComparedFiles(files).judge(experiment, data);
            right += experiment.verdict().equals(row.get("verdict")) ? 1 : 0;
            rows.put(experiment.name(), row);
            swaps.put(
                    experiment.name(),
                    noise.swapped(graded(data, experiment.baseline()), graded(data, experiment.candidate())));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("right", right);
        figures.put("of", NaturalExperiment.ALL.size());
        figures.put("verdicts", rows);
        figures.put("dealt", noise.dealt(graded(data, AIRLINE)));
        figures.put("swapped", swaps);
        return figures;
    }

    private Map<String, List<Boolean>> graded(Path data, List<String> names) {
        return GradedRuns.of(files, names.stream().map(data::resolve).toList());
    }

    private static Path input(List<String> arguments) {
        boolean given = arguments.size() == 2 && arguments.get(0).equals("--input");
        if (!given && !arguments.isEmpty()) {
            throw new IllegalArgumentException("compare takes --input FOLDER, got " + arguments);
        }
        Path folder = given ? Path.of(arguments.get(1)) : Folders.data();
        if (!Files.isDirectory(folder.resolve("intercode"))) {
            throw new IllegalArgumentException("--input must be the folder of real data, got '" + folder + "'");
        }
        return folder;
    }
}
