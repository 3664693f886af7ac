package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changes about a thing of the knowledge graph; what is null or empty stays as it is. Immutable.
 *
 * @param name replaces the name, which becomes an alias
 * @param description replaces the description
 * @param aliases are added
 * @param properties replace those of the same names; an empty value removes one
 * @param confidence replaces the confidence
 */
public record EntityChange(
        @Nullable String name,
        @Nullable String description,
        List<String> aliases,
        SortedMap<String, String> properties,
        @Nullable Double confidence) {

    public EntityChange {
        aliases = List.copyOf(aliases);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }
}
