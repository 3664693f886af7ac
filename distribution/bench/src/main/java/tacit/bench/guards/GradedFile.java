package tacit.bench.guards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tacit.api.guard.CallHistories;
import tacit.api.guard.GradedHistory;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceUpdate;

/** The graded histories of a file. */
final class GradedFile implements FileSink, TraceSink {

    private final CallHistories histories;
    private final List<GradedHistory> graded = new ArrayList<>();

    private GradedFile(CallHistories histories) {
        this.histories = histories;
    }

    static List<GradedHistory> of(TraceFiles files, CallHistories histories, Path path) {
        GradedFile file = new GradedFile(histories);
        files.read(List.of(path), TraceFiles.AUTO, file);
        if (file.graded.isEmpty()) {
            throw new IllegalArgumentException("'" + path + "' must hold graded runs of tasks");
        }
        return List.copyOf(file.graded);
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        histories.graded(new RecordedTrace(update.trace(), update.spans())).ifPresent(graded::add);
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
