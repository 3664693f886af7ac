package tacit.memory.recall.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a change of the knowledge graph is made of, by name; what was not told is missing. Confined to one call. */
final class GraphParts {

    private final SortedMap<String, String> parts;

    GraphParts() {
        this(new TreeMap<>());
    }

    GraphParts(Map<String, String> parts) {
        this.parts = new TreeMap<>(parts);
    }

    GraphParts with(String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
        return this;
    }

    GraphParts withEach(String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            parts.put(String.format(Locale.ROOT, "%s.%03d", name, i), values.get(i));
        }
        return this;
    }

    GraphParts withEach(String name, Map<String, String> values) {
        values.forEach((key, value) -> parts.put(name + "." + key, value));
        return this;
    }

    SortedMap<String, String> map() {
        return parts;
    }

    String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return text;
    }

    @Nullable
    String optional(String name) {
        return parts.get(name);
    }

    List<String> each(String name) {
        return new ArrayList<>(byName(name).values());
    }

    SortedMap<String, String> byName(String name) {
        String prefix = name + ".";
        SortedMap<String, String> values = new TreeMap<>();
        parts.forEach((part, value) -> {
            if (part.startsWith(prefix)) {
                values.put(part.substring(prefix.length()), value);
            }
        });
        return values;
    }

    @Nullable
    Double share(String name) {
        String text = optional(name);
        return text == null ? null : Double.valueOf(text);
    }

    @Nullable
    Instant time(String name) {
        String text = optional(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time, got '" + text + "'", e);
        }
    }
}
