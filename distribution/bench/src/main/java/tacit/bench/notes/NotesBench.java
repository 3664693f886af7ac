package tacit.bench.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tacit.api.ingest.TraceFiles;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.bench.Bench;
import tacit.bench.Folders;
import tacit.bench.InputRuns;
import tacit.bench.Options;
import tacit.learn.notes.Fact;
import tacit.learn.notes.FactMiner;
import tacit.learn.notes.FactRun;
import tacit.learn.notes.FoundFact;
import tacit.learn.notes.RunReader;
import tacit.learn.notes.Thresholds;

/** Looks for facts that failed runs lacked, and once more after the ends of each task's runs were dealt anew. Prints figures and no facts. */
public final class NotesBench implements Bench {

    private static final String AIRLINE = "tau-bench-airline/gpt-4o-airline.json.gz";
    private static final int DEALS = 200;

    private final TraceFiles files;

    public NotesBench(TraceFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String usage() {
        return "notes [--input FILE[,FILE…]] [--across-batches]: facts that failed runs of a task lacked";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) {
        Options options = new Options(arguments, List.of("--input"), List.of("--across-batches"));
        String input = options.text("--input", Folders.data().resolve(AIRLINE).toString());
        List<FactRun> runs = runs(input, options.has("--across-batches"));
        List<Map<String, Object>> looks = new ArrayList<>();
        for (double alpha : new double[] {Thresholds.USUAL.alpha(), 0.05}) {
            looks.add(look(runs, new Thresholds(alpha, 5, 0.2, true)));
            looks.add(look(runs, new Thresholds(alpha, 5, 0.2, false)));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("runs", runs.size());
        figures.put("failed", runs.stream().filter(FactRun::failed).count());
        figures.put("tasks", runs.stream().map(FactRun::taskKey).distinct().count());
        figures.put("looks", looks);
        return figures;
    }

    private List<FactRun> runs(String input, boolean acrossBatches) {
        List<FactRun> runs = new ArrayList<>();
        List<Path> paths = Arrays.stream(input.split(",", -1)).map(Path::of).toList();
        InputRuns.read(files, paths, update -> {
            if (graded(update)) {
                runs.add(read(update, acrossBatches));
            }
        });
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("'" + input + "' must hold graded runs of tasks");
        }
        return runs;
    }

    private static boolean graded(TraceUpdate update) {
        OutcomeLabel label = update.trace().outcome().label();
        return update.trace().taskKey() != null && (label == OutcomeLabel.SUCCESS || label == OutcomeLabel.FAILURE);
    }

    private static FactRun read(TraceUpdate update, boolean acrossBatches) {
        Trace run = update.trace();
        return RunReader.read(
                new RecordedTrace(run, update.spans()),
                String.valueOf(run.taskKey()),
                acrossBatches ? "" : run.text(Attribute.BATCH).orElse(""),
                run.outcome().label() == OutcomeLabel.FAILURE);
    }

    private static Map<String, Object> look(List<FactRun> runs, Thresholds thresholds) {
        FactMiner miner = new FactMiner(thresholds);
        FactMiner.Result result = miner.mine(runs);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("alpha", thresholds.alpha());
        row.put("sameLength", thresholds.sameLength());
        row.put("mixedTasks", result.tasks());
        row.put("tested", result.tested());
        row.put("notes", result.found().stream().map(NotesBench::note).toList());
        row.put(
                "controlDealsWithNotes",
                LongStream.range(0, DEALS)
                        .filter(seed -> !miner.mine(Deal.of(runs, seed)).found().isEmpty())
                        .count());
        row.put("controlDeals", DEALS);
        return row;
    }

    /** Figures alone: what the data says stays where it is. */
    private static Map<String, Object> note(FoundFact found) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kinds", found.facts().stream().map(Fact::kind).distinct().toList());
        row.put("facts", found.facts().size());
        row.put("source", found.source());
        row.put("tasksFor", found.tasksFor());
        row.put("tasksAgainst", found.tasksAgainst());
        row.put("goodKnew", found.counts().goodKnew());
        row.put("good", found.counts().good());
        row.put("badKnew", found.counts().badKnew());
        row.put("bad", found.counts().bad());
        row.put("pValue", found.pValue());
        row.put("adjusted", found.adjusted());
        return row;
    }
}
