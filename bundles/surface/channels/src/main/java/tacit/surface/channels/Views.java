package tacit.surface.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.channel.ChannelStatus;
import tacit.api.channel.ChannelStatus.Counts;
import tacit.api.channel.OpenMessage;
import tacit.surface.channels.Intake.Taken;

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

    static List<Map<String, Object>> taken(List<Taken> taken) {
        return taken.stream()
                .map(one -> Map.<String, Object>of("id", one.id(), "duplicate", one.duplicate()))
                .toList();
    }

    static Map<String, @Nullable Object> open(OpenMessage message) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", message.id());
        view.put("channel", message.channel());
        view.put("state", message.state().name().toLowerCase(Locale.ROOT));
        view.put("traceId", message.traceId());
        view.put("attempts", message.attempts());
        view.put("receivedAt", message.receivedAt().toString());
        view.put("nextAt", message.nextAt() == null ? null : message.nextAt().toString());
        view.put("error", message.error());
        return view;
    }

    static Map<String, @Nullable Object> status(ChannelStatus status) {
        Counts counts = status.counts();
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("waiting", counts.waiting());
        numbers.put("sending", counts.sending());
        numbers.put("kept", counts.kept());
        numbers.put("failed", counts.failed());
        numbers.put("done", counts.done());
        numbers.put("refused", counts.refused());
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", status.name());
        view.put("state", status.state().name().toLowerCase(Locale.ROOT));
        view.put("remark", status.remark());
        view.put("agent", status.agent());
        view.put("counts", numbers);
        view.put("lastError", status.lastError());
        view.put(
                "lastErrorAt",
                status.lastErrorAt() == null ? null : status.lastErrorAt().toString());
        return view;
    }
}
