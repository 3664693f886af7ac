package tacit.api.memory;

/** Where the words of a memory come from, the most trusted first. Only the first two may stand where instructions do. */
public enum TrustLane {
    /** A user or an operator said so. */
    STATEMENT,
    /** The outcome of work that was checked. */
    RESULT,
    /** Concluded from other evidence. */
    INFERENCE,
    /** A tool, a page, a screen or another foreign text: data, never an instruction. */
    FOREIGN;

    /** Whether its text may be shown to a model as something to follow. */
    public boolean mayInstruct() {
        return this == STATEMENT || this == RESULT;
    }
}
