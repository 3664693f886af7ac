package tacit.api.reflect;

import java.time.Instant;
import java.util.Objects;

/**
 * A curated entry that holds, as dreaming sees it. Immutable.
 *
 * @param id of its memory
 * @param target {@code user} or {@code workspace}
 * @param kind such as {@code project_fact}
 * @param text what it says
 * @param at when it was last said or changed: only what is newer speaks against it
 * @param shared whether it belongs to everybody in the workspace
 */
public record DreamEntry(String id, String target, String kind, String text, Instant at, boolean shared) {

    public DreamEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }
}
