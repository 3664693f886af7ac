package tacit.api.access;

/** What a token may do; each may also do what those before it may. */
public enum AccessRole {
    /** Writes evidence and reads its own context. */
    AGENT,
    /** Reads everything in its scope. */
    READER,
    /** Promotes, rolls back, configures, and reads and changes everything. */
    OPERATOR;

    /** Whether a holder of this role may do what {@code needed} asks for. */
    public boolean includes(AccessRole needed) {
        return compareTo(needed) >= 0;
    }
}
