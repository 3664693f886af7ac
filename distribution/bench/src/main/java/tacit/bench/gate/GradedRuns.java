package tacit.bench.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceUpdate;

/** The graded runs of some files by task, in the order in which they were read. */
final class GradedRuns implements FileSink, TraceSink {

    private final Map<String, List<Boolean>> tasks = new TreeMap<>();

    private GradedRuns() {}

    static Map<String, List<Boolean>> of(TraceFiles files, List<Path> paths) {
        GradedRuns runs = new GradedRuns();
        files.read(paths, TraceFiles.AUTO, runs);
        return runs.tasks;
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        String task = update.trace().taskKey();
        OutcomeLabel label = update.trace().outcome().label();
        if (task != null && (label == OutcomeLabel.SUCCESS || label == OutcomeLabel.FAILURE)) {
            tasks.computeIfAbsent(task, key -> new ArrayList<>()).add(label == OutcomeLabel.SUCCESS);
        }
    }

    @Override
    public TraceSink sink(TraceFile file) {
        return this;
    }

    @Override
    public void refuse(String position, String reason) {
        throw new IllegalStateException("Cannot read the benchmark's input at " + position + ": " + reason);
    }

    @Override
    public void refuse(Refusal refusal) {
        refuse(refusal.file() + ", " + refusal.position(), refusal.reason());
    }

    @Override
    public void begin(TraceFile file, String format, long bytes) {}

    @Override
    public void end(TraceFile file) {}
}
