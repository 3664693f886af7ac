package tacit.api.memory;

import java.util.Objects;

/**
 * Whom or what a memory is about as far as it reaches. Immutable.
 *
 * @param reach how far
 * @param id of what it reaches to, such as a user's; empty for {@link Reach#GLOBAL} and for the record's own workspace
 */
public record MemoryScope(Reach reach, String id) {

    /** The whole workspace of the record. */
    public static final MemoryScope WORKSPACE = new MemoryScope(Reach.WORKSPACE, "");

    public MemoryScope {
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(id, "id");
        boolean named = reach != Reach.GLOBAL && reach != Reach.WORKSPACE;
        if (named == id.isBlank()) {
            throw new IllegalArgumentException(
                    named
                            ? "id must not be blank for reach " + reach
                            : "id must be empty for reach " + reach + ", got '" + id + "'");
        }
    }

    /** One user. */
    public static MemoryScope ofUser(String userId) {
        return new MemoryScope(Reach.USER, userId);
    }
}
