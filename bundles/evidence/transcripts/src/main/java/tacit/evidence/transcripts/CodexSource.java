package tacit.evidence.transcripts;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;

/** Reads the rollouts that Codex keeps under {@code ~/.codex/sessions}: one trace per session. */
@Component
public final class CodexSource implements TraceSource {

    private static final Set<String> TYPES =
            Set.of("session_meta", "response_item", "event_msg", "turn_context", "compacted");

    @Override
    public String format() {
        return "codex";
    }

    @Override
    public String description() {
        return "Codex rollouts: JSON lines with timestamp, type and payload";
    }

    @Override
    public double recognises(Sample sample) {
        for (Map<String, String> line : LineHeads.of(sample)) {
            if (line.containsKey("payload") && TYPES.contains(line.getOrDefault("type", ""))) {
                return 0.95;
            }
        }
        return 0;
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        CodexSession session = new CodexSession(file.batch());
        try {
            JsonLines.read(file, sink, session::add);
        } finally {
            session.passOn(sink);
        }
    }
}
