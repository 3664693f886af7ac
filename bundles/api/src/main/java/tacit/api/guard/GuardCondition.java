package tacit.api.guard;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies. It means the same to the miner and to the guard. Immutable.
 *
 * @param kind what is looked for
 * @param role which tools it is about
 * @param tool the one tool that it is about; null for every tool of the role, and then it may hold in other domains too
 * @param parameters what the kind needs besides, by name; empty for most
 */
public record GuardCondition(
        GuardKind kind, ToolRole role, @Nullable String tool, Map<String, String> parameters) {

    /** For {@link GuardKind#MISSING_CALL}: the tool that must have answered without failure before. */
    public static final String REQUIRED = "required";

    public GuardCondition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        if (tool != null && tool.isBlank()) {
            throw new IllegalArgumentException("tool must not be blank");
        }
        parameters = Map.copyOf(parameters);
        if ((kind == GuardKind.MISSING_CALL) != parameters.containsKey(REQUIRED)) {
            throw new IllegalArgumentException("parameters must hold '" + REQUIRED + "' for MISSING_CALL alone");
        }
    }

    /** About every tool of a role. */
    public static GuardCondition of(GuardKind kind, ToolRole role) {
        return new GuardCondition(kind, role, null, Map.of());
    }

    /** About one tool. */
    public static GuardCondition of(GuardKind kind, ToolRole role, String tool) {
        return new GuardCondition(kind, role, tool, Map.of());
    }

    /** A call of one tool before another has answered. */
    public static GuardCondition missing(String required, ToolRole role, String tool) {
        return new GuardCondition(GuardKind.MISSING_CALL, role, tool, Map.of(REQUIRED, required));
    }

    /** Whether it names no tool. */
    public boolean generic() {
        return tool == null && parameters.isEmpty();
    }

    /** The same text for the same condition, in every version of Java. */
    public String text() {
        return kind + " " + role + " " + (tool == null ? "*" : tool) + " " + new TreeMap<>(parameters);
    }
}
