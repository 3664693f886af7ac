package tacit.evidence.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.store.TextTombstones;
import tacit.api.trace.SpanEvent;

/** How texts of one row are taken back: some words wherever they stand, or all of it. Immutable. */
record Taking(@Nullable TextTombstones words) {

    static final Taking ALL = new Taking(null);

    @Nullable
    String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return words == null ? TextTombstones.instead(text) : words.in(text);
    }

    /** Names stay unless they hold the words. */
    @Nullable
    String name(@Nullable String name) {
        return name == null || words == null ? name : words.in(name);
    }

    /** The values of an object or of a list of events. */
    String json(String json) {
        if (words != null) {
            return words.in(json);
        }
        if (json.startsWith("[")) {
            return Json.events(Json.events(json).stream()
                    .map(event -> new SpanEvent(event.name(), event.at(), values(event.attributes())))
                    .toList());
        }
        return Json.attributes(values(Json.attributes(json)));
    }

    /** The words of whoever judged; the judgement stays. */
    String outcome(String json) {
        if (words != null) {
            return words.in(json);
        }
        Map<String, Object> values = new LinkedHashMap<>(Json.attributes(json));
        values.computeIfPresent("explanation", (name, value) -> TextTombstones.instead(String.valueOf(value)));
        return Json.write(values);
    }

    private static Map<String, Object> values(Map<String, Object> values) {
        Map<String, Object> taken = new LinkedHashMap<>();
        values.forEach((name, value) -> taken.put(name, value(value)));
        return taken;
    }

    private static Object value(Object value) {
        if (value instanceof String text) {
            return TextTombstones.instead(text);
        }
        return value instanceof List<?> list ? list.stream().map(Taking::value).toList() : value;
    }
}
