package tacit.evidence.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.store.StoreException;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.SpanEvent;

/** Writes what has no column of its own as JSON text, and reads it back. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};
    private static final String EMPTY_MAP = "{}";
    private static final String EMPTY_LIST = "[]";

    private Json() {}

    /** The same text for equal values, whatever the order of their keys. */
    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write a value as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String attributes(Map<String, Object> attributes) {
        return attributes.isEmpty() ? EMPTY_MAP : write(attributes);
    }

    static Map<String, Object> attributes(String json) {
        return json.equals(EMPTY_MAP) ? Map.of() : read(json, MAP);
    }

    static String events(List<SpanEvent> events) {
        return events.isEmpty()
                ? EMPTY_LIST
                : write(events.stream().map(Json::event).toList());
    }

    static List<SpanEvent> events(String json) {
        return json.equals(EMPTY_LIST)
                ? List.of()
                : read(json, LIST).stream().map(Json::event).toList();
    }

    static String outcome(Outcome outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("label", outcome.label().name());
        putIfPresent(values, "score", outcome.score());
        putIfPresent(
                values,
                "source",
                outcome.source() == null ? null : outcome.source().name());
        putIfPresent(values, "name", outcome.name());
        putIfPresent(values, "explanation", outcome.explanation());
        putIfPresent(values, "spanId", outcome.spanId());
        putIfPresent(values, "at", text(outcome.at()));
        return write(values);
    }

    static Outcome outcome(String json) {
        Map<String, Object> values = read(json, MAP);
        return new Outcome(
                OutcomeLabel.valueOf(text(values, "label")),
                values.get("score") instanceof Number score ? score.doubleValue() : null,
                values.get("source") instanceof String source ? OutcomeSource.valueOf(source) : null,
                (String) values.get("name"),
                (String) values.get("explanation"),
                (String) values.get("spanId"),
                time(values.get("at")));
    }

    private static Map<String, Object> event(SpanEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", event.name());
        putIfPresent(values, "at", text(event.at()));
        if (!event.attributes().isEmpty()) {
            values.put("attributes", event.attributes());
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static SpanEvent event(Map<String, Object> values) {
        Object attributes = values.getOrDefault("attributes", Map.of());
        return new SpanEvent(text(values, "name"), time(values.get("at")), (Map<String, Object>) attributes);
    }

    private static void putIfPresent(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    private static String text(Map<String, Object> values, String key) {
        return String.valueOf(values.get(key));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable Instant time(@Nullable Object text) {
        return text == null ? null : Instant.parse((String) text);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoreException("Cannot read a stored JSON column: " + e.getOriginalMessage(), e);
        }
    }
}
