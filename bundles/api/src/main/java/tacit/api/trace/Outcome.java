package tacit.api.trace;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement on how a trace, or one span of it, turned out. Immutable.
 *
 * <p>A trace may collect several; {@link #outweighs} says which one counts.
 *
 * @param label the statement
 * @param score a grade, where there is one; its scale is the grader's, by convention [0, 1]
 * @param source who says so; null only when the label is UNKNOWN
 * @param name what was judged, such as the name of an evaluation or an outcome code; null when nothing more is known
 * @param explanation the reason in words; null when none was given
 * @param spanId the span that is judged; null for the whole trace
 * @param at when it was said; null when that is not recorded
 */
public record Outcome(
        OutcomeLabel label,
        @Nullable Double score,
        @Nullable OutcomeSource source,
        @Nullable String name,
        @Nullable String explanation,
        @Nullable String spanId,
        @Nullable Instant at) {

    /** Nobody has said. */
    public static final Outcome UNKNOWN = new Outcome(OutcomeLabel.UNKNOWN, null, null, null, null, null, null);

    public Outcome {
        Objects.requireNonNull(label, "label");
        if (source == null && label != OutcomeLabel.UNKNOWN) {
            throw new IllegalArgumentException("source must be given for outcome " + label);
        }
        if (score != null && !Double.isFinite(score)) {
            throw new IllegalArgumentException("score must be finite, got " + score);
        }
    }

    /** A statement about a whole trace without further detail. */
    public static Outcome of(OutcomeLabel label, OutcomeSource source) {
        return new Outcome(label, null, source, null, null, null, null);
    }

    /** A statement with a grade about a whole trace. */
    public static Outcome graded(OutcomeLabel label, double score, OutcomeSource source) {
        return new Outcome(label, score, source, null, null, null, null);
    }

    /**
     * Whether this statement counts for the trace when both are known: one that says something beats UNKNOWN, one on the
     * whole trace beats one on a span, a weightier source beats a lighter one, and a later one beats an earlier one.
     */
    public boolean outweighs(Outcome other) {
        if ((label == OutcomeLabel.UNKNOWN) != (other.label == OutcomeLabel.UNKNOWN)) {
            return other.label == OutcomeLabel.UNKNOWN;
        }
        if ((spanId == null) != (other.spanId == null)) {
            return spanId == null;
        }
        if (source == null || other.source == null || source == other.source) {
            return later(at, other.at);
        }
        return source.compareTo(other.source) < 0;
    }

    private static boolean later(@Nullable Instant at, @Nullable Instant other) {
        return at != null && (other == null || at.isAfter(other));
    }
}
