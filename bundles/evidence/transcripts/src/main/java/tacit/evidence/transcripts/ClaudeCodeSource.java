package tacit.evidence.transcripts;

import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;

/** Reads the transcripts that Claude Code keeps under {@code ~/.claude/projects}: one trace per session. */
@Component
public final class ClaudeCodeSource implements TraceSource {

    @Override
    public String format() {
        return "claude-code";
    }

    @Override
    public String description() {
        return "Claude Code transcripts: JSON lines with sessionId, uuid and message";
    }

    @Override
    public double recognises(Sample sample) {
        double certainty = 0;
        for (Map<String, String> line : LineHeads.of(sample)) {
            if (line.containsKey("sessionId") && line.containsKey("type")) {
                certainty = Math.max(certainty, line.containsKey("uuid") ? 0.95 : 0.6);
            } else if ("summary".equals(line.get("type")) && line.containsKey("leafUuid")) {
                certainty = Math.max(certainty, 0.6);
            }
        }
        return certainty;
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        ClaudeSessions sessions = new ClaudeSessions();
        try {
            JsonLines.read(file, sink, sessions::add);
        } finally {
            sessions.passOn(sink);
        }
    }
}
