package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An import that the archive keeps. Immutable.
 *
 * @param id of the memory that stands for it
 * @param title from whom it came, for people
 * @param userId to whom it belongs; null for all of the workspace
 * @param privately whether it was imported privately
 * @param memories how many of it are there now
 * @param ignored how many of those are kept from prompts by their owner
 * @param at when it was imported
 */
public record KeptImport(
        String id, String title, @Nullable String userId, boolean privately, long memories, long ignored, Instant at) {

    public KeptImport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(at, "at");
    }
}
