package tacit.evidence.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

class TacitLinesTest {

    private final TacitLinesSource source = new TacitLinesSource();

    @Test
    void readsBackWhatItWrote() throws IOException {
        TraceUpdate update = new TraceUpdate(fullTrace(), List.of(fullSpan()), List.of(judged("s1")));

        CollectingSink sink = CollectingSink.reading(source, TextFile.of(written(update)));

        assertThat(sink.only()).isEqualTo(update);
        assertThat(sink.refusals).isEmpty();
    }

    @Property(tries = 300, seed = "20260101")
    void readsBackAnyText(@ForAll String text, @ForAll long number, @ForAll boolean flag) throws IOException {
        Span span = Span.builder("s", "chat", text)
                .input(text)
                .attribute("k" + text, Map.of("n", number, "f", flag, "l", List.of(text)))
                .build();
        TraceUpdate update = TraceUpdate.of(Trace.builder("t").agent(text).build(), List.of(span));

        CollectingSink sink = CollectingSink.reading(source, TextFile.of(written(update)));

        assertThat(sink.refusals).isEmpty();
        assertThat(sink.only()).isEqualTo(repaired(update));
    }

    @Test
    void readsALateOutcomeAsAPartOfItsTrace() throws IOException {
        CollectingSink sink = CollectingSink.reading(
                source,
                TextFile.of("{\"trace\":{\"id\":\"t\"},\"outcomes\":[{\"label\":\"failure\",\"source\":\"user\"}]}"));

        assertThat(sink.only().outcomes()).containsExactly(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.USER));
        assertThat(sink.only().spans()).isEmpty();
        assertThat(sink.only().trace().status()).isEqualTo(TraceStatus.RUNNING);
    }

    @Test
    void fillsInWhatALineMayLeaveOut() throws IOException {
        CollectingSink sink = CollectingSink.reading(
                source,
                TextFile.of("{\"trace\":{\"id\":\"t\"},\"spans\":[{\"id\":\"a\",\"operation\":\"chat\"},"
                        + "{\"id\":\"b\",\"operation\":\"step\",\"input\":{\"x\":[1]},\"attributes\":{\"n\":null,\"d\":1.5,"
                        + "\"big\":123456789012345678901234567890}}]}"));

        assertThat(sink.only().trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(sink.only().trace().sessionId()).isEqualTo("t");
        assertThat(sink.span("a").name()).isEqualTo("chat");
        assertThat(sink.span("b").position()).isEqualTo(1);
        assertThat(sink.span("b").input()).isEqualTo("{\"x\":[1]}");
        assertThat(sink.span("b").attributes())
                .containsExactly(Map.entry("d", 1.5), Map.entry("big", "123456789012345678901234567890"));
    }

    @Test
    void recognisesItsLinesWithAndWithoutTheMark() throws IOException {
        assertThat(source.recognises(TextFile.of(written(TraceUpdate.of(fullTrace(), List.of())))
                        .sample()))
                .isEqualTo(1);
        assertThat(source.recognises(TextFile.of("{\"trace\":{\"id\":\"t\"}}").sample()))
                .isEqualTo(0.9);
        assertThat(source.recognises(TextFile.of("{\"trace\":{},\"other\":1}").sample()))
                .isZero();
        assertThat(source.recognises(TextFile.of("{\"resourceSpans\":[]}").sample()))
                .isZero();
    }

    static String written(TraceUpdate update) throws IOException {
        StringWriter text = new StringWriter();
        new TraceLineWriter().write(update, text);
        return text.toString().stripTrailing();
    }

    /** Unpaired surrogates cannot be written in UTF-8 and are replaced on the way. */
    private static TraceUpdate repaired(TraceUpdate update) {
        Span span = update.spans().get(0);
        Span repaired = span.toBuilder()
                .name(repaired(span.name()))
                .input(repaired(String.valueOf(span.input())))
                .attributes(Map.of())
                .build();
        Map.Entry<String, Object> attribute =
                span.attributes().entrySet().iterator().next();
        Map<?, ?> value = (Map<?, ?>) attribute.getValue();
        Map<String, Object> clean = Map.of(
                "n", value.get("n"),
                "f", value.get("f"),
                "l", List.of(repaired(String.valueOf(((List<?>) value.get("l")).get(0)))));
        Trace trace = update.trace();
        return TraceUpdate.of(
                trace.toBuilder().agent(repaired(String.valueOf(trace.agent()))).build(),
                List.of(repaired.toBuilder()
                        .attribute(repaired(attribute.getKey()), clean)
                        .build()));
    }

    private static String repaired(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Trace fullTrace() {
        return Trace.builder("t1")
                .profileId("p")
                .sessionId("s")
                .userId("u")
                .agent("a")
                .channel("c")
                .startedAt(Instant.parse("2026-01-01T00:00:00.000001Z"))
                .endedAt(Instant.parse("2026-01-01T00:01:00Z"))
                .status(TraceStatus.FAILED)
                .outcome(Outcome.graded(OutcomeLabel.SUCCESS, 0.75, OutcomeSource.GRADER))
                .harnessGeneration("g4")
                .taskKey("k")
                .attribute("x", List.of(1, 2.5, true, "y"))
                .build();
    }

    private static Span fullSpan() {
        return Span.builder("s1", "execute_tool", "execute_tool sql")
                .parentId("s0")
                .position(3)
                .startedAt(Instant.parse("2026-01-01T00:00:01Z"))
                .endedAt(Instant.parse("2026-01-01T00:00:02Z"))
                .status(SpanStatus.ERROR)
                .statusMessage("bad")
                .errorType("E")
                .input("in \"quoted\"\n")
                .output("out \u2603 \ud83d\ude00")
                .attribute("gen_ai.tool.name", "sql")
                .event(new SpanEvent("exception", Instant.parse("2026-01-01T00:00:02Z"), Map.of("a", 1L)))
                .build();
    }

    private static Outcome judged(String spanId) {
        return new Outcome(
                OutcomeLabel.FAILURE,
                0.0,
                OutcomeSource.RULE,
                "n",
                "why",
                spanId,
                Instant.parse("2026-01-02T00:00:00Z"));
    }
}
