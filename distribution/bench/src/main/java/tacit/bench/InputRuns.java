package tacit.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.TraceUpdate;

/** The runs of a benchmark's input. A run that cannot be read ends the benchmark: figures of half an input are none. */
public final class InputRuns implements FileSink, TraceSink {

    private final Consumer<TraceUpdate> runs;

    private InputRuns(Consumer<TraceUpdate> runs) {
        this.runs = runs;
    }

    /**
     * Reads the files in their order.
     *
     * @param runs is given each run as it stands there
     * @throws IllegalStateException when one cannot be read
     */
    public static void read(TraceFiles files, List<Path> paths, Consumer<TraceUpdate> runs) {
        files.read(paths, TraceFiles.AUTO, new InputRuns(runs));
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        runs.accept(update);
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
