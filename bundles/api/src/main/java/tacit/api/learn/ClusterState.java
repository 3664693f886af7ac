package tacit.api.learn;

/** Where a family of failures stands. Moves are guarded: see {@link FailureClusters}. */
public enum ClusterState {
    /** Seen, not yet often enough to act on. */
    OPEN,
    /** Seen in two different traces, or once and critical. */
    STABLE,
    /** It is rarer than before a change was promoted, as was measured, or an operator says so. */
    MITIGATED,
    /** It came back after it was mitigated. */
    REOPENED,
    /** An operator said that it does not matter. */
    DISMISSED
}
