package tacit.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedTraceTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void ordersSpansByStartWhereTheyHaveOne() {
        Span late = span("a", 0).startedAt(START.plusSeconds(1)).build();
        Span early = span("b", 1).startedAt(START).build();

        assertThat(trace(late, early).spans()).containsExactly(early, late);
    }

    @Test
    void ordersSpansWithoutTimesByPositionThenId() {
        Span third = span("a", 2).build();
        Span second = span("z", 1).build();
        Span first = span("b", 1).build();

        assertThat(trace(third, second, first).spans()).containsExactly(first, second, third);
    }

    @Test
    void ordersSpansThatOnlyPartlyHaveTimes() {
        Span timedLate = span("a", 0).startedAt(START.plusSeconds(9)).build();
        Span untimed = span("b", 5).build();
        Span timedEarly = span("c", 9).startedAt(START).build();

        assertThat(trace(timedLate, untimed, timedEarly).spans())
                .containsExactly(timedEarly, timedLate, untimed)
                .isEqualTo(trace(untimed, timedEarly, timedLate).spans());
    }

    @Test
    void countsTheTokensOfModelCallsOnce() {
        Span root = span("root", 0)
                .operation(Operation.INVOKE_AGENT)
                .attribute(Attribute.INPUT_TOKENS, 30)
                .build();
        Span call = span("call", 1)
                .operation(Operation.CHAT)
                .attribute(Attribute.INPUT_TOKENS, 20)
                .build();

        assertThat(trace(root, call).tokens()).isEqualTo(20);
        assertThat(trace(root).tokens()).isEqualTo(30);
    }

    private static SpanBuilder span(String id, long position) {
        return Span.builder(id, Operation.STEP, "step").position(position);
    }

    private static RecordedTrace trace(Span... spans) {
        return new RecordedTrace(Trace.builder("t1").build(), List.of(spans));
    }
}
