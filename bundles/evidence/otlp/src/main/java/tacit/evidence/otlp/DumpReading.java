package tacit.evidence.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.map.TraceAssembly;

/** One pass over a file of dumped spans. Confined to one thread. */
final class DumpReading implements JsonValues.Visitor {

    /** How many loose spans wait for the rest of their traces before they are passed on. */
    private static final int MAX_LOOSE = 5_000;

    private final TraceFile file;
    private final TraceSink sink;
    private TraceAssembly loose = new TraceAssembly(true);
    private @Nullable String looseFrom;

    DumpReading(TraceFile file, TraceSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Takes one value of the file: a trace with its spans, or a single span. */
    @Override
    public void value(JsonNode node, String position) {
        if (node.path("spans").isArray()) {
            trace(node, position);
        } else if (DumpedSpans.isSpan(node)) {
            looseFrom = looseFrom == null ? position : looseFrom;
            new DumpedSpans(loose::add, sink::refuse).read(node, null, null, position, 0);
            if (loose.size() >= MAX_LOOSE) {
                finish();
            }
        } else if (node.path("errors").isArray() || node.has("scores")) {
            sink.refuse(position, "Not a trace: an annotation of one");
        } else {
            sink.refuse(position, "Not a trace: it holds no spans");
        }
    }

    @Override
    public void broken(String position, String reason) {
        sink.refuse(position, reason);
    }

    private void trace(JsonNode node, String position) {
        TraceAssembly assembly = new TraceAssembly(true);
        DumpedSpans spans = new DumpedSpans(assembly::add, sink::refuse);
        String traceId =
                node.path("trace_id").isValueNode() ? node.path("trace_id").asText(null) : null;
        JsonNode list = node.path("spans");
        for (int i = 0; i < list.size(); i++) {
            spans.read(list.get(i), traceId, null, position + ".spans[" + i + "]", 0);
        }
        if (assembly.size() == 0) {
            sink.refuse(position, "Trace holds no span that can be read");
        }
        pass(assembly, position);
    }

    /** Passes on what still waits. */
    void finish() {
        pass(loose, looseFrom == null ? "value 1" : looseFrom);
        loose = new TraceAssembly(true);
        looseFrom = null;
    }

    private void pass(TraceAssembly assembly, String position) {
        assembly.rejected().forEach(bad -> sink.refuse(bad.position(), bad.reason()));
        List<TraceUpdate> updates = assembly.updates();
        updates.forEach(update -> sink.accept(OtlpJsonSource.inBatch(update, file.batch()), position));
    }
}
