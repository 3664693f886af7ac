package tacit.api.trace;

import java.util.List;
import java.util.Objects;

/**
 * What a source has to say about one trace: all of it, or a part that is merged into what is there. Immutable.
 *
 * <p>Merging is idempotent and does not depend on the order of arrival: a value that is absent here changes nothing, the
 * earliest start and the latest end count, a span that is there already is left as it is, and every distinct outcome is
 * kept.
 *
 * @param trace what is known of the run; its own outcome, when not UNKNOWN, is one more of {@code outcomes}
 * @param spans new spans, in any order
 * @param outcomes statements on how the trace or one of its spans turned out
 */
public record TraceUpdate(Trace trace, List<Span> spans, List<Outcome> outcomes) {

    public TraceUpdate {
        Objects.requireNonNull(trace, "trace");
        spans = List.copyOf(spans);
        outcomes = List.copyOf(outcomes);
    }

    /** A whole run with the outcome that it carries itself. */
    public static TraceUpdate of(Trace trace, List<Span> spans) {
        return new TraceUpdate(trace, spans, List.of());
    }
}
