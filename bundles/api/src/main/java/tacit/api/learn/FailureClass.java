package tacit.api.learn;

/** Whose failure it is. */
public enum FailureClass {
    /** The agent or its harness: what learning can mend. */
    AGENT,
    /** The world around it (network, quota, outage): kept apart, and it expires. */
    ENVIRONMENT
}
