package tacit.api.trace;

/**
 * A trace that waits to be learned from. Immutable.
 *
 * @param traceId the trace
 * @param revision grows by one with each change of the trace
 */
public record PendingTrace(String traceId, long revision) {}
