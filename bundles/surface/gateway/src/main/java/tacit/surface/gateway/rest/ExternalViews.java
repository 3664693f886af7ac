package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.memory.ExternalMemories;

/** How memories outside look as JSON; no secret is known here. */
final class ExternalViews {

    private ExternalViews() {}

    static Map<String, Object> status(ExternalMemories.Status status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", status.id());
        fields.put("enabled", status.state().enabled());
        fields.put("configured", status.state().configured());
        fields.put("breaker", status.state().pausedUntil() == null ? "closed" : "open");
        if (status.state().pausedUntil() != null) {
            fields.put("pausedUntil", status.state().pausedUntil().toString());
        }
        fields.put("waitingCopies", status.waiting());
        fields.put("copies", status.copied());
        fields.put("heldByGate", status.held());
        fields.put("waitingDeletions", status.forgetting());
        fields.put("settings", status.state().settings());
        return fields;
    }
}
