package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;

/** The files and sinks of one call. Confined to the call, then to whoever writes it down. */
final class Callbacks {

    private final List<FileRecorder> heard = new ArrayList<>();
    private final List<RecordedFile> replayed = new ArrayList<>();
    private final List<SinkRecorder> sinks = new ArrayList<>();

    /** Puts itself between the caller and the provider. */
    Object wrapped(Object callback) {
        if (callback instanceof TraceFile file) {
            FileRecorder recorder = new FileRecorder(file);
            heard.add(recorder);
            return recorder;
        }
        if (callback instanceof TraceSink sink) {
            return sink(sink);
        }
        throw new IllegalArgumentException(
                "callback must be a file or a sink, got " + callback.getClass().getName());
    }

    /** Makes one of a record; nobody hears what its sink is told. */
    Object rebuilt(Class<?> type, JsonNode node, String place) {
        if (type == TraceSink.class) {
            return sink(null);
        }
        RecordedFile file = new RecordedFile(FileContent.read(node, place));
        replayed.add(file);
        return file;
    }

    private SinkRecorder sink(@Nullable TraceSink target) {
        SinkRecorder recorder = new SinkRecorder(target, this::beyond);
        sinks.add(recorder);
        return recorder;
    }

    private boolean beyond() {
        return heard.stream().anyMatch(FileRecorder::beyond);
    }

    /** Whether a provider asked for more of a file than was recorded. */
    boolean missed() {
        return replayed.stream().anyMatch(RecordedFile::missed);
    }

    static void writeInput(Object callback, Sheet sheet) throws IOException {
        if (callback instanceof FileRecorder file) {
            file.content().write(sheet);
        } else {
            sheet.json().writeNull();
        }
    }

    /** Writes what the sinks were told: no method has more than one. */
    void writeTold(Form updates, Sheet sheet) throws IOException {
        for (SinkRecorder sink : sinks) {
            sink.write(updates, sheet);
        }
    }
}
