package tacit.evidence.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.TraceUpdate;

/** Reads one file so that a failing source costs no more than the rest of it. Confined to one thread. */
final class GuardedReading implements TraceSink {

    private static final Logger log = LoggerFactory.getLogger(GuardedReading.class);

    private final TraceFile file;
    private final TraceSource source;
    private final FileSink files;
    private final TraceSink target;
    private String lastPosition = "beginning";
    private @Nullable RuntimeException failureOfTarget;

    GuardedReading(TraceFile file, TraceSource source, FileSink files) {
        this.file = file;
        this.source = source;
        this.files = files;
        this.target = files.sink(file);
    }

    void run() {
        try {
            source.read(file, this);
        } catch (IOException e) {
            refuse("behind " + lastPosition, ReadProblem.of(e));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (failureOfTarget != null) {
                throw failureOfTarget;
            }
            log.warn(
                    "Source '{}' failed and the rest of a file was left out: {}",
                    source.format(),
                    e.getClass().getName());
            refuse(
                    "behind " + lastPosition,
                    "Source '" + source.format() + "' failed: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        lastPosition = position;
        try {
            target.accept(update, position);
        } catch (RuntimeException e) {
            failureOfTarget = e;
            throw e;
        }
    }

    @Override
    public void refuse(String position, String reason) {
        files.refuse(new Refusal(file.name(), position, reason));
    }
}
