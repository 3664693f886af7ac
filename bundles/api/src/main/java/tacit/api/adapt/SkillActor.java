package tacit.api.adapt;

import java.util.Objects;

/**
 * Who proposed a skill or decided on it. Immutable.
 *
 * @param kind what they are
 * @param name by which an audit knows them
 */
public record SkillActor(Kind kind, String name) {

    /** What proposes or decides. */
    public enum Kind {
        /** An agent, which never decides. */
        AGENT,
        /** A person who may decide. */
        OPERATOR,
        /** What the host found in recorded runs by itself. */
        TACIT,
        /** Somebody outside, whose folder was read. */
        IMPORT
    }

    /** The host itself. */
    public static final SkillActor HOST = new SkillActor(Kind.TACIT, "tacit");

    public SkillActor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }

    /** A person who may decide. */
    public static SkillActor operator(String name) {
        return new SkillActor(Kind.OPERATOR, name);
    }
}
