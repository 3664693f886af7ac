package tacit.api.trace;

/**
 * What one {@link TraceUpdate} changed. Immutable.
 *
 * @param traceId the trace
 * @param traceIsNew whether it was not known before
 * @param newSpans spans that were added
 * @param knownSpans spans that were there already
 * @param newOutcomes outcomes that were added
 */
public record AppendResult(String traceId, boolean traceIsNew, int newSpans, int knownSpans, int newOutcomes) {

    /** Whether everything was there already. */
    public boolean duplicate() {
        return !traceIsNew && newSpans == 0 && newOutcomes == 0;
    }
}
