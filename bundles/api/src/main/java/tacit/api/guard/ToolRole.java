package tacit.api.guard;

/** What a tool does to the world. */
public enum ToolRole {
    /** It looks something up, computes or thinks, and changes nothing. */
    READ,
    /** It may change something. */
    WRITE
}
