package tacit.memory.durable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Places of messages in a conversation, in few words: {@code 0-5 9}. Immutable.
 *
 * @param spans in their order, without gaps between two that could be one
 */
record Ranges(List<Span> spans) {

    /** From a place up to another one, which is in it. */
    record Span(long from, long to) {}

    Ranges {
        spans = List.copyOf(spans);
    }

    static Ranges of(Collection<Long> places) {
        List<Span> spans = new ArrayList<>();
        for (long place : new TreeSet<>(places)) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.to() + 1 == place) {
                spans.set(spans.size() - 1, new Span(last.from(), place));
            } else {
                spans.add(new Span(place, place));
            }
        }
        return new Ranges(spans);
    }

    static Ranges of(String text) {
        List<Span> spans = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int dash = word.indexOf('-');
            long from = Long.parseLong(dash < 0 ? word : word.substring(0, dash));
            spans.add(new Span(from, dash < 0 ? from : Long.parseLong(word.substring(dash + 1))));
        }
        return new Ranges(spans);
    }

    String text() {
        return spans.stream()
                .map(span -> span.from() == span.to() ? String.valueOf(span.from()) : span.from() + "-" + span.to())
                .collect(Collectors.joining(" "));
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    long first() {
        return spans.isEmpty() ? 0 : spans.get(0).from();
    }

    long count() {
        return spans.stream().mapToLong(span -> span.to() - span.from() + 1).sum();
    }

    /** The first places. */
    List<Long> some(int most) {
        return spans.stream()
                .flatMapToLong(span -> LongStream.rangeClosed(span.from(), span.to()))
                .limit(most)
                .boxed()
                .toList();
    }

    boolean overlaps(Ranges other) {
        return spans.stream().anyMatch(one -> other.spans.stream()
                .anyMatch(two -> one.from() <= two.to() && two.from() <= one.to()));
    }
}
