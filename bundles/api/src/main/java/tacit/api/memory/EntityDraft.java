package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A thing before it is in the knowledge graph. Immutable.
 *
 * @param type in any case, with blanks or underscores between words
 * @param name what it is called, at most 200 characters
 * @param aliases what it is called besides
 * @param description what it is; empty for nothing
 * @param properties what else is known, by name
 * @param confidence in [0, 1]; null for the usual one of its origin
 * @param source where it comes from
 */
public record EntityDraft(
        String type,
        String name,
        List<String> aliases,
        String description,
        SortedMap<String, String> properties,
        @Nullable Double confidence,
        GraphSource source) {

    public EntityDraft {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(source, "source");
        aliases = List.copyOf(aliases);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        if (type.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("type and name must not be blank, got '" + type + "', '" + name + "'");
        }
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }
}
