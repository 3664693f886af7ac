package tacit.api.trace;

/** Where a run stands, apart from whether its result is any good. */
public enum TraceStatus {
    /** Its end has not been seen. */
    RUNNING,
    COMPLETED,
    /** It ended with an error of its own. */
    FAILED,
    /** It ended before it began, by design. */
    SKIPPED
}
