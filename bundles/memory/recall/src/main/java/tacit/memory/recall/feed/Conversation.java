package tacit.memory.recall.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

/**
 * What was said in a run, each thing once, in its order: model calls repeat all that was said before them. What Tacit put into
 * a prompt itself is no part of it.
 */
final class Conversation {

    private Conversation() {}

    /** A side of a span, with the time that it is of. */
    private record Side(@Nullable Instant at, List<Said> said) {}

    static List<Said> of(RecordedTrace trace) {
        List<Side> sides = new ArrayList<>();
        for (Span span : trace.spans()) {
            if (!Boolean.TRUE.equals(span.attributes().get(Attribute.INJECTED))) {
                sides.addAll(sides(span));
            }
        }
        sides.sort(Comparator.comparing(Side::at, Comparator.nullsLast(Comparator.naturalOrder())));
        Map<String, Said> once = new LinkedHashMap<>();
        for (Side side : sides) {
            numbered(side.said()).forEach(said -> once.putIfAbsent(said.key(), said));
        }
        return List.copyOf(once.values());
    }

    private static List<Side> sides(Span span) {
        Instant begin = span.startedAt();
        Instant end = span.endedAt() == null ? begin : span.endedAt();
        return switch (span.operation()) {
            case Operation.CHAT, Operation.TEXT_COMPLETION, Operation.GENERATE_CONTENT, Operation.INVOKE_AGENT ->
                List.of(
                        new Side(begin, Messages.of(span.input(), Said.USER, span, begin)),
                        new Side(end, Messages.of(span.output(), Said.ASSISTANT, span, end)));
            case Operation.EXECUTE_TOOL -> List.of(new Side(end, toolText(span, end)));
            default -> List.of();
        };
    }

    private static List<Said> toolText(Span span, @Nullable Instant at) {
        String text = span.output() == null || span.output().isBlank() ? span.statusMessage() : span.output();
        String tool = span.tool().orElse(span.name());
        return text == null
                        || text.isBlank()
                        || Messages.TOMBSTONE.matcher(text).matches()
                ? List.of()
                : List.of(new Said(Said.TOOL, tool, text.strip(), at, span.id(), 0));
    }

    // Who says "yes" twice in one list of messages said it twice
    private static List<Said> numbered(List<Said> said) {
        Map<String, Integer> times = new HashMap<>();
        return said.stream()
                .map(one -> one.again(times.merge(one.key(), 1, Integer::sum) - 1))
                .toList();
    }
}
