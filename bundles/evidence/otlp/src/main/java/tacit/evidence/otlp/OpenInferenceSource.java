package tacit.evidence.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.evidence.otlp.wire.Json;
import tacit.evidence.otlp.wire.UndecodableException;

/** Reads dumps of OpenInference spans: one trace with nested spans, a list of them, a flat list, or one per line. */
@Component
public final class OpenInferenceSource implements TraceSource {

    @Override
    public String format() {
        return "openinference";
    }

    @Override
    public String description() {
        return "OpenInference spans as JSON: {trace_id, spans: [...]}, a list of such, a flat list of spans, or lines";
    }

    @Override
    public double recognises(Sample sample) {
        SampleKeys keys = SampleKeys.of(sample);
        if (keys.has("span_id") && (keys.has("span_attributes") || keys.has("openinference.span.kind"))) {
            return 0.98;
        }
        if (keys.has("span_id") && keys.has("trace_id") && keys.has("attributes")) {
            return 0.8;
        }
        boolean emptyTrace = keys.firstIs("trace_id") && keys.has("spans");
        return emptyTrace || isAnnotation(keys) ? 0.5 : 0;
    }

    private static boolean isAnnotation(SampleKeys keys) {
        return keys.outermost().containsAll(Set.of("errors", "scores"))
                || (keys.firstIs("errors") && keys.has("category") && keys.has("location"));
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        DumpReading reading = new DumpReading(file, sink);
        try (InputStream in = file.open();
                JsonParser parser = Json.mapper().createParser(in)) {
            JsonToken token = parser.nextToken();
            for (int value = 1; token != null; value++) {
                if (token == JsonToken.START_ARRAY) {
                    elements(parser, reading);
                } else {
                    JsonNode node = parser.readValueAsTree();
                    reading.value(node, "value " + value);
                }
                token = parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            UndecodableException broken = Json.undecodable(e);
            sink.refuse(broken.position(), String.valueOf(broken.getMessage()));
        }
        reading.finish();
    }

    private static void elements(JsonParser parser, DumpReading reading) throws IOException {
        for (int i = 1; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode node = parser.readValueAsTree();
            reading.value(node, "element " + i);
        }
    }
}
