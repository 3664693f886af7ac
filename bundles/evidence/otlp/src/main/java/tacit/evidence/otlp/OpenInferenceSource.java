package tacit.evidence.otlp;

import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;

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
        JsonValues.read(file, reading);
        reading.finish();
    }
}
