package tacit.learn.evals.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;

class BlameTest {

    private static final RecordedTrace RUN = run(
            OutcomeLabel.FAILURE,
            chat("m1", 1),
            call("c1", 2, "sent", SpanStatus.OK),
            chat("m2", 3),
            call("c2", 4, "no such parcel P9", SpanStatus.ERROR),
            call("c3", 5, "found P1", SpanStatus.OK),
            chat("m3", 6));

    static RecordedTrace run(OutcomeLabel label, Span... spans) {
        Trace trace = Trace.builder("t1")
                .outcome(label == OutcomeLabel.UNKNOWN ? Outcome.UNKNOWN : Outcome.of(label, OutcomeSource.GRADER))
                .build();
        return new RecordedTrace(trace, List.of(spans));
    }

    private static Span chat(String id, int position) {
        return Span.builder(id, Operation.CHAT, "chat").position(position).build();
    }

    private static Span call(String id, int position, String output, SpanStatus status) {
        return Span.builder(id, Operation.EXECUTE_TOOL, "parcel")
                .position(position)
                .output(output)
                .status(status)
                .build();
    }

    private static FailureRecord failure(@Nullable String spanId, String category, FailureClass whose) {
        Finding finding =
                new Finding(spanId, category, whose, Severity.HIGH, 1, "It failed", "no such parcel P9", null);
        Signature signature = new Signature("execute_tool", "parcel", category, "no such parcel <id>", "last");
        return new FailureRecord("f1", "t1", null, "test", finding, signature, 0, Duration.ZERO, null);
    }

    private static Optional<String> blamed(@Nullable String spanId, String category, RecordedTrace run) {
        return Blame.call(failure(spanId, category, FailureClass.AGENT), run).map(Span::id);
    }

    @Test
    void blamesTheCallThatTheRecordNames() {
        assertThat(blamed("c2", "tool_error", RUN)).contains("c2");
        assertThat(blamed("c1", "repeated_call", RUN)).contains("c1");
    }

    @Test
    void blamesTheCallThatFailedBeforeTheModelCallThatMetIt() {
        assertThat(blamed("m3", "tool_error", RUN)).contains("c2");
    }

    @Test
    void blamesByWhatACallReturnedWhereNothingSaysThatItFailed() {
        RecordedTrace run = run(
                OutcomeLabel.FAILURE,
                chat("m1", 1),
                call("c1", 2, "Error: no such parcel P9", SpanStatus.OK),
                call("c2", 3, "here", SpanStatus.OK),
                chat("m2", 4));

        assertThat(blamed("m2", "tool_error", run)).contains("c1");
    }

    @Test
    void blamesNoneOfTwoThatFailedAlike() {
        RecordedTrace run = run(
                OutcomeLabel.FAILURE,
                chat("m1", 1),
                call("c1", 2, "no such parcel P9", SpanStatus.ERROR),
                call("c2", 3, "no such parcel P9", SpanStatus.ERROR),
                chat("m2", 4));

        assertThat(blamed("m2", "tool_error", run)).isEmpty();
    }

    @Test
    void blamesNothingBeforeAnEarlierModelCall() {
        assertThat(blamed("m2", "tool_error", RUN)).isEmpty();
    }

    @Test
    void blamesNothingWhereItCannotBeTold() {
        assertThat(blamed(null, "tool_error", RUN)).isEmpty();
        assertThat(blamed("gone", "tool_error", RUN)).isEmpty();
        assertThat(blamed("m3", "repeated_call", RUN)).isEmpty();
        assertThat(blamed("c2", "failed_outcome", RUN)).isEmpty();
        assertThat(blamed("c2", "malformed_result", RUN)).isEmpty();
        assertThat(Blame.possible(failure("c2", "tool_error", FailureClass.ENVIRONMENT)))
                .isFalse();
    }

    @Test
    void blamesNothingInARunThatIsNotKnownToHaveFailed() {
        Span[] spans = RUN.spans().toArray(Span[]::new);

        assertThat(blamed("c2", "tool_error", run(OutcomeLabel.SUCCESS, spans))).isEmpty();
        assertThat(blamed("c2", "tool_error", run(OutcomeLabel.UNKNOWN, spans))).isEmpty();
        assertThat(blamed("c2", "tool_error", run(OutcomeLabel.NEUTRAL, spans))).isEmpty();
    }
}
