package tacit.api.memory;

/** Who may be shown a memory. */
public enum Visibility {
    /** Its owner, alone with the agent. */
    PRIVATE,
    /** Everybody in the workspace, not a public channel. */
    SHARED,
    /** Everybody. */
    PUBLIC
}
