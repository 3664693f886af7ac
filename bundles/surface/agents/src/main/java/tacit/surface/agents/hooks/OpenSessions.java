package tacit.surface.agents.hooks;

import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.store.Scope;

/** The sessions that go on, the most recently heard of at most. Thread-safe. */
final class OpenSessions {

    private final int most;
    private final Map<String, OpenSession> sessions = new LinkedHashMap<>(16, 0.75f, true);

    OpenSessions(int most) {
        this.most = most;
    }

    synchronized OpenSession of(Scope scope, String agent, String sessionId) {
        OpenSession session = sessions.computeIfAbsent(key(scope, agent, sessionId), key -> new OpenSession());
        if (sessions.size() > most) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return session;
    }

    synchronized void end(Scope scope, String agent, String sessionId) {
        sessions.remove(key(scope, agent, sessionId));
    }

    /** A name cannot hold the character between the parts. */
    private static String key(Scope scope, String agent, String sessionId) {
        return String.join("\0", scope.workspaceId(), String.valueOf(scope.userId()), agent, sessionId);
    }
}
