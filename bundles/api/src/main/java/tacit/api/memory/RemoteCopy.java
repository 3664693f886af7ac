package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that a memory outside holds. Immutable.
 *
 * @param id by which it can be forgotten there
 * @param documentId what it was made from there; null for nothing
 * @param container where it lies
 */
public record RemoteCopy(String id, @Nullable String documentId, String container) {

    public RemoteCopy {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(container, "container");
    }
}
