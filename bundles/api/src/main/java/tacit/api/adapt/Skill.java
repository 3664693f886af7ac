package tacit.api.adapt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A skill that somebody approved. Immutable.
 *
 * @param name 1 to 64 of {@code a-z}, {@code 0-9} and single hyphens within
 * @param state whether agents are told of it
 * @param current what it says
 * @param uses how it did
 * @param patternId the pattern of the playbook that it came of; null for none
 * @param createdAt when it was approved first
 * @param updatedAt when it was last changed
 */
public record Skill(
        String name,
        State state,
        SkillVersion current,
        SkillUses uses,
        @Nullable String patternId,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether agents are told of a skill. */
    public enum State {
        ACTIVE,
        RETIRED
    }

    public Skill {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(uses, "uses");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }
}
