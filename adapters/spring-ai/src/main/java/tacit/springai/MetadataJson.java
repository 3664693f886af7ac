package tacit.springai;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AbstractMessage;
import tacit.client.Json;

/** Writes metadata as JSON, and reads them back with the numbers of Java that frameworks use. */
final class MetadataJson {

    private MetadataJson() {}

    /** The type of a message stands in its role. */
    static Map<String, Object> json(Map<String, Object> metadata) {
        Map<String, Object> json = new LinkedHashMap<>();
        metadata.forEach((name, value) -> {
            if (!name.equals(AbstractMessage.MESSAGE_TYPE)) {
                put(json, name, plain(value));
            }
        });
        return json;
    }

    @SuppressWarnings("NullAway") // null stands for itself, as in JSON
    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        json.put(name, value);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> json = new LinkedHashMap<>();
            map.forEach((name, part) -> put(json, String.valueOf(name), plain(part)));
            return json;
        }
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        boolean known = value == null || value instanceof Number || value instanceof Boolean;
        return known ? value : String.valueOf(value);
    }

    private static Object list(Collection<?> values) {
        List<@Nullable Object> list = new ArrayList<>();
        values.forEach(value -> list.add(plain(value)));
        return list;
    }

    static Map<String, Object> metadata(@Nullable Object json) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (json != null) {
            Json.asObject(json).forEach((name, value) -> put(metadata, name, java(value)));
        }
        return metadata;
    }

    private static @Nullable Object java(@Nullable Object json) {
        if (json instanceof Map<?, ?>) {
            return metadata(json);
        }
        if (json instanceof Collection<?> values) {
            List<@Nullable Object> list = new ArrayList<>();
            values.forEach(value -> list.add(java(value)));
            return list;
        }
        if (json instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        return json instanceof BigDecimal number ? (Object) number.doubleValue() : json;
    }
}
