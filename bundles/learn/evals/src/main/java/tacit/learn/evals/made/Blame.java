package tacit.learn.evals.made;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.trace.Operation;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;

/**
 * Tells which call of a failed run is to blame for a failure: the one that the record names, and no other. Pure.
 *
 * <p>A record names a call when it lies with the call itself. A failed call that the agent met in its next model call lies there,
 * as the agent had to mend it; then the call is the only one that failed between this model call and the one before. Where two
 * did, or none shows the evidence, it cannot be told. Failures of whole runs, of answers, and of the world around blame no call.
 */
final class Blame {

    private static final String TOOL_ERROR = "tool_error";

    /** Kinds of failure that lie in making the call. */
    private static final Set<String> OF_CALLS = Set.of(TOOL_ERROR, "repeated_call", "wrong_tool");

    private Blame() {}

    /** Whether failures of a family may blame a call at all. */
    static boolean possible(FailureCluster family) {
        return family.failureClass() == FailureClass.AGENT && OF_CALLS.contains(family.category());
    }

    /** Whether a record may blame a call at all; its run decides then. */
    static boolean possible(FailureRecord failure) {
        return failure.finding().failureClass() == FailureClass.AGENT
                && failure.finding().spanId() != null
                && OF_CALLS.contains(failure.finding().category());
    }

    /** The call that is to blame; empty where that cannot be told. */
    static Optional<Span> call(FailureRecord failure, RecordedTrace run) {
        String spanId = failure.finding().spanId();
        if (!possible(failure) || spanId == null || run.trace().outcome().label() != OutcomeLabel.FAILURE) {
            return Optional.empty();
        }
        return run.span(spanId).flatMap(span -> isCall(span) ? Optional.of(span) : before(span, failure, run));
    }

    static boolean isCall(Span span) {
        return span.operation().equals(Operation.EXECUTE_TOOL);
    }

    private static Optional<Span> before(Span reader, FailureRecord failure, RecordedTrace run) {
        if (!reader.operation().equals(Operation.CHAT)
                || !failure.finding().category().equals(TOOL_ERROR)) {
            return Optional.empty();
        }
        List<Span> calls = callsBefore(reader, run.spans());
        Predicate<Span> failed = span -> span.status() == SpanStatus.ERROR;
        Predicate<Span> shows = span -> shows(span, failure.finding().evidence());
        return only(calls, failed.and(shows))
                .or(() ->
                        calls.stream().anyMatch(failed.and(shows)) ? Optional.empty() : only(calls, failed.or(shows)));
    }

    /** The calls between a model call and the one before it. */
    private static List<Span> callsBefore(Span reader, List<Span> spans) {
        int end = spans.indexOf(reader);
        int begin = end;
        while (begin > 0 && !spans.get(begin - 1).operation().equals(Operation.CHAT)) {
            begin--;
        }
        return spans.subList(begin, end).stream().filter(Blame::isCall).toList();
    }

    private static Optional<Span> only(List<Span> calls, Predicate<Span> wanted) {
        List<Span> found = calls.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean shows(Span span, String evidence) {
        return Stream.<@Nullable String>of(span.output(), span.statusMessage())
                .filter(Objects::nonNull)
                .map(String::strip)
                .anyMatch(text -> !text.isEmpty() && (text.contains(evidence) || evidence.contains(text)));
    }
}
