package tacit.api.memory;

import java.util.Objects;

/**
 * Where a memory comes from: something that can be looked up. Immutable.
 *
 * @param kind what it is
 * @param id of a trace, {@code trace/span}, a message, a path below the workspace's folder, an import, or a statement
 * @param begin where the words begin in it, in characters
 * @param end where they end; 0 with {@code begin} 0 for the whole
 */
public record Evidence(Kind kind, String id, int begin, int end) {

    /** What evidence can be. */
    public enum Kind {
        /** A recorded trace; it must be in the trace store. */
        TRACE,
        /** A span of a recorded trace, named {@code trace/span}. */
        SPAN,
        /** A file of the workspace's folder, named by its path below it. */
        FILE,
        /** Something that was pasted or loaded, named as the import that it came with. */
        IMPORT,
        /** What an operator or a user entered themselves, named by the entry of the audit log. */
        STATEMENT,
        /** Another memory, which this was concluded from. */
        MEMORY
    }

    public Evidence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "begin and end must be in order and not negative, got " + begin + ", " + end);
        }
    }

    /** All of it. */
    public static Evidence of(Kind kind, String id) {
        return new Evidence(kind, id, 0, 0);
    }
}
