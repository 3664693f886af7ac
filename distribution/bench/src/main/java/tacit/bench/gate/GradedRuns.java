package tacit.bench.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.ingest.TraceFiles;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;
import tacit.bench.InputRuns;

/** The graded runs of some files by task, in the order in which they were read. */
final class GradedRuns {

    private final Map<String, List<Boolean>> tasks = new TreeMap<>();

    private GradedRuns() {}

    static Map<String, List<Boolean>> of(TraceFiles files, List<Path> paths) {
        GradedRuns runs = new GradedRuns();
        InputRuns.read(files, paths, update -> runs.add(update.trace()));
        return runs.tasks;
    }

    private void add(Trace trace) {
        String task = trace.taskKey();
        OutcomeLabel label = trace.outcome().label();
        if (task != null && (label == OutcomeLabel.SUCCESS || label == OutcomeLabel.FAILURE)) {
            tasks.computeIfAbsent(task, key -> new ArrayList<>()).add(label == OutcomeLabel.SUCCESS);
        }
    }
}
