package tacit.learn.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.ToolCall;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;

class TraceHistoriesTest {

    private static final String HELLO = message("user", "Hello");
    private static final String WHO = message("assistant", "Who are you?");
    private static final String ADA = message("user", "Ada");
    private static final String LOOK =
            "{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"One moment\"},{\"type\":\"tool_call\"}]}";

    private final TraceHistories histories = new TraceHistories();

    @Test
    void readsMessagesAndCallsInTheirOrder() {
        CallHistory history = history(
                chat(1, "[" + HELLO + "]", "[" + WHO + "]"),
                chat(2, "[" + ADA + "]", "[" + LOOK + "]"),
                tool(3, "{\"name\":\"Ada\",\"age\":36}", "{\"id\":7}"));

        assertThat(history.steps())
                .containsExactly(
                        CallStep.user("Hello"),
                        CallStep.agent("Who are you?"),
                        CallStep.user("Ada"),
                        CallStep.result(ToolCall.of("find", Map.of("name", "Ada", "age", 36)), "{\"id\":7}"),
                        CallStep.agent("One moment"));
    }

    @Test
    void takesEachMessageOnceWhereAModelIsGivenAllOfThem() {
        CallHistory history = history(
                chat(1, "[" + HELLO + "]", "[" + WHO + "]"),
                chat(2, "[" + HELLO + "," + WHO + "," + ADA + "]", "[" + LOOK + "]"));

        assertThat(history.steps())
                .extracting(CallStep::text)
                .containsExactly("Hello", "Who are you?", "Ada", "One moment");
    }

    @Test
    void asksWhatAGuardWouldHaveBeenAskedBeforeEachCall() {
        RecordedTrace run = new RecordedTrace(
                Trace.builder("t1").build(),
                List.of(
                        chat(1, "[" + HELLO + "]", "[" + LOOK + "]").build(),
                        tool(2, "{\"name\":\"Ada\"}", "{\"id\":7}").build(),
                        tool(3, "{\"name\":\"Bob\"}", "{\"id\":8}").build()));

        assertThat(run.spans().stream().flatMap(span -> histories.question(run, span.id()).stream()))
                .containsExactlyElementsOf(histories.history(run).questions());
        assertThat(histories.question(run, run.spans().get(0).id())).isEmpty();
        assertThat(histories.question(run, "gone")).isEmpty();
    }

    @Test
    void asksNothingAboutCallsThatWereInjected() {
        Span injected = tool(1, "{}", "x").attribute(Attribute.INJECTED, true).build();
        RecordedTrace run = new RecordedTrace(Trace.builder("t1").build(), List.of(injected));

        assertThat(histories.question(run, injected.id())).isEmpty();
    }

    @Test
    void readsPlainText() {
        CallHistory history = history(chat(1, "Hello", "Who are you?"), tool(2, "Ada", null));

        assertThat(history.steps())
                .containsExactly(
                        CallStep.user("Hello"),
                        CallStep.agent("Who are you?"),
                        CallStep.result(ToolCall.of("find", Map.of("input", "Ada")), ""));
    }

    @Test
    void keepsThatACallFailed() {
        CallHistory history = history(tool(1, null, "down").status(SpanStatus.ERROR));

        assertThat(history.steps().get(0).failed()).isTrue();
        assertThat(history.steps().get(0).call()).isEqualTo(ToolCall.of("find", Map.of()));
    }

    @Test
    void leavesOutWhatWasInjected() {
        CallHistory history = history(chat(1, "Hello", "Hi").attribute(Attribute.INJECTED, true));

        assertThat(history.steps()).isEmpty();
    }

    @Test
    void gradesARunOfATask() {
        RecordedTrace failed = new RecordedTrace(trace(OutcomeLabel.FAILURE).build(), List.of());

        assertThat(histories.graded(failed)).contains(new GradedHistory("run", "task", true, CallHistory.EMPTY));
    }

    @ParameterizedTest
    @EnumSource(
            value = OutcomeLabel.class,
            names = {"NEUTRAL", "UNKNOWN"})
    void gradesNoRunThatNeitherFailedNorSucceeded(OutcomeLabel label) {
        assertThat(histories.graded(new RecordedTrace(trace(label).build(), List.of())))
                .isEmpty();
    }

    @Test
    void gradesNoRunWithoutATask() {
        Trace trace =
                Trace.builder("run").outcome(outcome(OutcomeLabel.FAILURE)).build();

        assertThat(histories.graded(new RecordedTrace(trace, List.of()))).isEmpty();
    }

    private CallHistory history(SpanBuilder... spans) {
        List<Span> built = new ArrayList<>();
        Arrays.stream(spans).map(SpanBuilder::build).forEach(built::add);
        return histories.history(new RecordedTrace(Trace.builder("run").build(), built));
    }

    private static SpanBuilder chat(long position, String input, String output) {
        return Span.builder("s" + position, Operation.CHAT, "chat")
                .position(position)
                .input(input)
                .output(output);
    }

    private static SpanBuilder tool(long position, @Nullable String input, @Nullable String output) {
        return Span.builder("s" + position, Operation.EXECUTE_TOOL, "execute_tool find")
                .position(position)
                .attribute(Attribute.TOOL_NAME, "find")
                .input(input)
                .output(output);
    }

    private static TraceBuilder trace(OutcomeLabel label) {
        return Trace.builder("run").taskKey("task").outcome(outcome(label));
    }

    private static Outcome outcome(OutcomeLabel label) {
        return new Outcome(label, null, OutcomeSource.GRADER, null, null, null, null);
    }

    private static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}";
    }
}
