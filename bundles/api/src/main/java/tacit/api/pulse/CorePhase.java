package tacit.api.pulse;

/** What a step of a cycle did. */
public enum CorePhase {
    START,
    EVIDENCE,
    FAILURE_MINING,
    GATING,
    DECISION,
    DISPATCH,
    MEMORY,
    EVAL,
    GATE,
    PROMOTION,
    COMPLETE,
    ERROR
}
