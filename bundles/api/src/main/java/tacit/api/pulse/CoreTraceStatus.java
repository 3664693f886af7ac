package tacit.api.pulse;

/** Where a cycle stands; RUNNING is the only one that can change. */
public enum CoreTraceStatus {
    RUNNING,
    COMPLETED,
    FAILED,
    SKIPPED
}
