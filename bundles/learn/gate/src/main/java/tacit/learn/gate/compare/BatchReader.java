package tacit.learn.gate.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.TraceUpdate;

/** Reads the runs of one arm from files, without a store. */
final class BatchReader implements FileSink {

    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private BatchReader() {}

    /**
     * Reads all files under the paths.
     *
     * @throws IllegalArgumentException when the format is unknown, or no run could be read
     */
    static Batch read(TraceFiles files, List<Path> paths, String format) {
        BatchReader reader = new BatchReader();
        files.read(paths, format, reader);
        String name =
                String.join(",", paths.stream().map(BatchReader::shortName).toList());
        if (reader.runs.isEmpty()) {
            throw new IllegalArgumentException(reader.complaint(name));
        }
        return Batch.of(name, reader.runs.values(), reader.refusals);
    }

    private static String shortName(Path path) {
        Path name = path.normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private String complaint(String name) {
        String cause = refusals.isEmpty()
                ? ""
                : " (%s at %s: %s)"
                        .formatted(
                                refusals.get(0).file(),
                                refusals.get(0).position(),
                                refusals.get(0).reason());
        return "Cannot compare '" + name + "': it holds no run that can be read" + cause;
    }

    @Override
    public void begin(TraceFile file, String format, long bytes) {}

    @Override
    public TraceSink sink(TraceFile file) {
        return new TraceSink() {
            @Override
            public void accept(TraceUpdate update, String position) {
                runs.computeIfAbsent(update.trace().id(), id -> new Run(update.trace()))
                        .add(update);
            }

            @Override
            public void refuse(String position, String reason) {
                refusals.add(new Refusal(file.name(), position, reason));
            }
        };
    }

    @Override
    public void end(TraceFile file) {}

    @Override
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }
}
