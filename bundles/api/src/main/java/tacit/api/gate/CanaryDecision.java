package tacit.api.gate;

/** What a sequential test says of a candidate that answers beside the baseline. */
public enum CanaryDecision {
    /** The candidate succeeds more often. */
    IMPROVED,
    /** The candidate succeeds less often. */
    WORSENED,
    /** The cases so far do not decide it. */
    UNDECIDED
}
