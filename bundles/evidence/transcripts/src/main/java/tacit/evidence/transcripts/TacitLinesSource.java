package tacit.evidence.transcripts;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;

/** Reads Tacit's own format: one trace, or a part of one, a line. */
@Component
public final class TacitLinesSource implements TraceSource {

    @Override
    public String format() {
        return "tacit-jsonl";
    }

    @Override
    public String description() {
        return "Tacit JSON lines: one object a line with trace, spans and outcomes";
    }

    @Override
    public double recognises(Sample sample) {
        List<Map<String, String>> heads = LineHeads.of(sample);
        if (heads.stream().anyMatch(line -> line.containsKey("tacit") && line.containsKey("trace"))) {
            return 1;
        }
        return heads.stream().anyMatch(line -> line.containsKey("trace") && known(line)) ? 0.9 : 0;
    }

    private static boolean known(Map<String, String> line) {
        return line.keySet().stream().allMatch(field -> List.of("tacit", "trace", "spans", "outcomes")
                .contains(field));
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        JsonLines.read(file, sink, (place, line) -> sink.accept(TraceLineReader.update(line), place));
    }
}
