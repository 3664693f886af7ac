package tacit.api.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trace with what is known of its spans so far. Immutable.
 *
 * @param trace the run
 * @param spans by start, those without one last, then by position, then by id; ids are distinct
 */
public record RecordedTrace(Trace trace, List<Span> spans) {

    /** The order of the spans of one trace. */
    public static final Comparator<Span> SPAN_ORDER = RecordedTrace::compare;

    private static final Comparator<@Nullable Instant> START_ORDER =
            Comparator.nullsLast(Comparator.<Instant>naturalOrder());

    public RecordedTrace {
        Objects.requireNonNull(trace, "trace");
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(SPAN_ORDER);
        spans = List.copyOf(sorted);
    }

    /** The span with this id. */
    public Optional<Span> span(String id) {
        return spans.stream().filter(span -> span.id().equals(id)).findFirst();
    }

    /** Tokens of all spans that have no recorded ancestor counting the same tokens: model calls where there are any. */
    public long tokens() {
        long calls = spans.stream()
                .filter(RecordedTrace::callsModel)
                .mapToLong(Span::tokens)
                .sum();
        return calls > 0 ? calls : spans.stream().mapToLong(Span::tokens).max().orElse(0);
    }

    private static boolean callsModel(Span span) {
        return switch (span.operation()) {
            case Operation.CHAT, Operation.TEXT_COMPLETION, Operation.GENERATE_CONTENT, Operation.EMBEDDINGS -> true;
            default -> false;
        };
    }

    private static int compare(Span left, Span right) {
        int byStart = START_ORDER.compare(left.startedAt(), right.startedAt());
        if (byStart != 0) {
            return byStart;
        }
        int byPosition = Long.compare(left.position(), right.position());
        return byPosition != 0 ? byPosition : left.id().compareTo(right.id());
    }
}
