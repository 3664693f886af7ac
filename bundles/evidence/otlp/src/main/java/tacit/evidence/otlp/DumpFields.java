package tacit.evidence.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.evidence.otlp.wire.BadItemException;
import tacit.evidence.otlp.wire.Json;
import tacit.evidence.otlp.wire.Timestamps;

/** Reads the fields of dumped spans. */
final class DumpFields {

    private DumpFields() {}

    /** The first of the fields that is there; null when none is, or when it is blank or the text {@code None}. */
    static @Nullable String text(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = node.path(field);
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (value.isContainerNode()) {
                throw new BadItemException(field + " must be a string");
            }
            String text = value.asText();
            if (!text.isBlank() && !text.equals("None")) {
                return text;
            }
        }
        return null;
    }

    static String textOr(JsonNode node, String fallback, String... fields) {
        String text = text(node, fields);
        return text == null ? fallback : text;
    }

    static @Nullable Instant time(JsonNode node, String... fields) {
        String text = text(node, fields);
        if (text == null) {
            return null;
        }
        Instant time = Timestamps.parse(text);
        if (time == null) {
            throw new BadItemException(fields[0] + " must be a time as in ISO 8601");
        }
        return time;
    }

    /** The attributes, with dots in their names whether they came nested or flat. */
    static Map<String, Object> attributes(JsonNode span) {
        JsonNode node = span.has("span_attributes") ? span.get("span_attributes") : span.path("attributes");
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            throw new BadItemException("span_attributes must be an object");
        }
        Map<String, Object> flat = new LinkedHashMap<>();
        map(node).forEach((key, value) -> flatten(key, value, flat));
        JsonNode kind = span.path("span_kind");
        if (kind.isTextual() && kind.textValue().equals(kind.textValue().toUpperCase(Locale.ROOT))) {
            flat.putIfAbsent("openinference.span.kind", kind.textValue());
        }
        return flat;
    }

    private static void flatten(String key, Object value, Map<String, Object> flat) {
        if (value instanceof Map<?, ?> map && !key.equals("metadata")) {
            map.forEach((name, inner) -> flatten(key + "." + name, inner, flat));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(key + "." + i, list.get(i), flat);
            }
        } else {
            flat.put(key, value);
        }
    }

    static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (Json.value(node) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    /** Adds what a recorded function call says of arguments and result, where the span itself has neither. */
    static Map<String, Object> withLogs(Map<String, Object> attributes, JsonNode logs) {
        for (JsonNode log : logs) {
            JsonNode body = log.path("body");
            if (body.isObject()) {
                put(attributes, "input.value", body.path("function.arguments"));
                put(attributes, "output.value", body.path("function.output"));
                put(attributes, "exception.type", body.path("exception.type"));
                put(attributes, "exception.message", body.path("exception.message"));
            }
        }
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String key, JsonNode node) {
        Object value = Json.value(node);
        if (value != null) {
            attributes.putIfAbsent(key, Json.text(value));
        }
    }
}
