package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who will see what the agent answers. Immutable.
 *
 * @param kind how many they are
 * @param userId the user who asks; null when unknown
 * @param channel the channel, such as {@code slack}; null for none
 * @param role the agent's role id, for rules on what it may read; null for none
 * @param subAgent whether another agent asks, and no person
 */
public record Audience(
        Kind kind,
        @Nullable String userId,
        @Nullable String channel,
        @Nullable String role,
        boolean subAgent) {

    /** How many will see it. */
    public enum Kind {
        /** One user, alone with the agent. */
        PRIVATE,
        /** A closed group. */
        GROUP,
        /** Anybody. */
        PUBLIC
    }

    public Audience {
        Objects.requireNonNull(kind, "kind");
    }

    /** One user, alone with the agent. */
    public static Audience ofUser(@Nullable String userId) {
        return new Audience(Kind.PRIVATE, userId, null, null, false);
    }

    /** Whether a memory of this visibility may be shown, as far as that alone decides. */
    public boolean maySee(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> true;
            case SHARED -> kind != Kind.PUBLIC;
            case PRIVATE -> kind == Kind.PRIVATE && !subAgent;
        };
    }
}
