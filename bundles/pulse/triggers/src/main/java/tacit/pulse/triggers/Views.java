package tacit.pulse.triggers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.TriggerStatus;

/** What is answered over HTTP, as JSON. */
final class Views {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Views() {}

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write an answer as JSON", e);
        }
    }

    static Map<String, @Nullable Object> status(TriggerStatus status) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("readings", status.counts().readings());
        counts.put("signals", status.counts().signals());
        counts.put("repeated", status.counts().repeated());
        counts.put("refused", status.counts().refused());
        counts.put("failures", status.counts().failures());
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", status.id());
        view.put("kind", status.kind());
        view.put("workspace", status.workspaceId());
        view.put("profile", status.profileId());
        view.put("state", status.state().name().toLowerCase(Locale.ROOT));
        view.put("problems", status.problems());
        view.put("lastIngressAt", text(status.lastIngressAt()));
        view.put("nextAt", text(status.nextAt()));
        view.put("counts", counts);
        return view;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
