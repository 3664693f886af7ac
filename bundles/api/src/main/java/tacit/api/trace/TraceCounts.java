package tacit.api.trace;

import java.time.Instant;
import java.util.Map;

/**
 * How much evidence a scope holds. Immutable.
 *
 * @param traces all traces
 * @param spans all spans
 * @param outcomes traces by the label that counts; every label is a key
 * @param lastStartByAgent the newest start of each agent that has one recorded
 */
public record TraceCounts(
        long traces, long spans, Map<OutcomeLabel, Long> outcomes, Map<String, Instant> lastStartByAgent) {

    public TraceCounts {
        outcomes = Map.copyOf(outcomes);
        lastStartByAgent = Map.copyOf(lastStartByAgent);
    }
}
