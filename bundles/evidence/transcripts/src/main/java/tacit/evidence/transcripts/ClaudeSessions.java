package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.ingest.TraceSink;

/** The sessions of one Claude Code transcript, which is nearly always one. Confined to one thread. */
final class ClaudeSessions {

    private final Map<String, ClaudeSession> sessions = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    void add(String place, JsonNode line) {
        String type = Json.text(line, "type");
        if (!type.equals("user") && !type.equals("assistant")) {
            return;
        }
        String id = Json.text(line, "sessionId");
        ClaudeLine parsed = ClaudeLine.of(line);
        sessions.computeIfAbsent(id, ClaudeSession::new).add(parsed);
        places.put(id, place);
    }

    void passOn(TraceSink sink) {
        boolean any = false;
        for (Map.Entry<String, ClaudeSession> entry : sessions.entrySet()) {
            Session session = entry.getValue().close();
            if (!session.isEmpty()) {
                sink.accept(session.build(), String.valueOf(places.get(entry.getKey())));
                any = true;
            }
        }
        if (!any) {
            sink.refuse("end", "Holds no message of an agent");
        }
    }
}
