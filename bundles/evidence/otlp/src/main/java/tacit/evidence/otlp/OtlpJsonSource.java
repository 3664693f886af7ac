package tacit.evidence.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.Attribute;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.events.EventAssembly;
import tacit.evidence.otlp.map.TraceAssembly;
import tacit.evidence.otlp.wire.Decoded;
import tacit.evidence.otlp.wire.JsonRequests;
import tacit.evidence.otlp.wire.Rejection;
import tacit.evidence.otlp.wire.UndecodableException;
import tacit.evidence.otlp.wire.WireLog;
import tacit.evidence.otlp.wire.WireSpan;

/** Reads OTLP requests in JSON, one per file or one after another, as the collector's file exporter writes them. */
@Component
public final class OtlpJsonSource implements TraceSource {

    @Override
    public String format() {
        return "otlp-json";
    }

    @Override
    public String description() {
        return "OTLP in JSON: export requests for traces or logs, one per file or one per line";
    }

    @Override
    public double recognises(Sample sample) {
        SampleKeys keys = SampleKeys.of(sample);
        for (String name : JsonRequests.ENVELOPES) {
            if (keys.outermost().contains(name)) {
                return 0.99;
            }
        }
        return 0;
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        JsonValues.read(file, new JsonValues.Visitor() {

            @Override
            public void value(JsonNode value, String position) {
                request(value, file.batch(), position, sink);
            }

            @Override
            public void broken(String position, String reason) {
                sink.refuse(position, reason);
            }
        });
    }

    private static void request(JsonNode request, String batch, String position, TraceSink sink) {
        try {
            if (!JsonRequests.isRequest(request)) {
                sink.refuse(position, "Not an export request: it holds neither resourceSpans nor resourceLogs");
                return;
            }
            spans(JsonRequests.spans(request), batch, position, sink);
            logs(JsonRequests.logs(request), batch, position, sink);
        } catch (UndecodableException e) {
            sink.refuse(position + " " + e.position(), String.valueOf(e.getMessage()));
        }
    }

    private static void spans(Decoded<WireSpan> spans, String batch, String position, TraceSink sink) {
        TraceAssembly assembly = new TraceAssembly(false);
        spans.items().forEach(assembly::add);
        spans.rejected().forEach(bad -> refuse(bad, position, sink));
        assembly.rejected().forEach(bad -> refuse(bad, position, sink));
        assembly.updates().forEach(update -> sink.accept(inBatch(update, batch), position));
    }

    private static void logs(Decoded<WireLog> logs, String batch, String position, TraceSink sink) {
        EventAssembly assembly = new EventAssembly(null);
        logs.items().forEach(assembly::add);
        logs.rejected().forEach(bad -> refuse(bad, position, sink));
        assembly.rejected().forEach(bad -> refuse(bad, position, sink));
        assembly.updates().forEach(update -> sink.accept(inBatch(update, batch), position));
    }

    private static void refuse(Rejection bad, String position, TraceSink sink) {
        sink.refuse(position + " " + bad.position(), bad.reason());
    }

    static TraceUpdate inBatch(TraceUpdate update, String batch) {
        if (update.trace().text(Attribute.BATCH).isPresent()) {
            return update;
        }
        return new TraceUpdate(
                update.trace().toBuilder().attribute(Attribute.BATCH, batch).build(),
                update.spans(),
                update.outcomes());
    }
}
