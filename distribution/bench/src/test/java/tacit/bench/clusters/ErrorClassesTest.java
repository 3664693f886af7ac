package tacit.bench.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;

class ErrorClassesTest {

    @Test
    void readsTheClassOffTheText() {
        assertThat(labels(ErrorClasses.SQL, tool("Error executing query: Unknown column 'a' in 'field list'")))
                .containsExactly("SQL unknown column");
    }

    @Test
    void takesTheFirstComplaintOfSeveral() {
        assertThat(labels(ErrorClasses.BASH, tool("a: No such file or directory\nb: command not found")))
                .containsExactly("BASH no such file");
    }

    @Test
    void leavesOutStepsThatDidNotFail() {
        assertThat(labels(ErrorClasses.SQL, tool("[(1,)]"))).isEmpty();
        assertThat(labels(ErrorClasses.TAU, tool("{}"))).isEmpty();
        assertThat(labels(ErrorClasses.SAMPLE, tool("10"))).isEmpty();
    }

    @Test
    void masksWhatHasDigitsInTheWordsOfATool() {
        assertThat(labels(ErrorClasses.TAU, tool("Error: seat 12A not available")))
                .containsExactly("TAU Error: seat # not available");
    }

    @Test
    void countsANestedErrorOnceByItsCause() {
        SpanBuilder outer = failed("outer", "AgentExecutionError: it broke: TypeError: no");
        SpanBuilder inner =
                failed("inner", "AgentExecutionError: it broke: TypeError: no").parentId("outer");

        assertThat(labels(ErrorClasses.TRAIL, outer, inner)).containsExactly("TRAIL TypeError");
    }

    private static SpanBuilder tool(String output) {
        return Span.builder("s", Operation.EXECUTE_TOOL, "execute_tool").output(output);
    }

    private static SpanBuilder failed(String id, String message) {
        return Span.builder(id, Operation.STEP, id).status(SpanStatus.ERROR).statusMessage(message);
    }

    private static List<String> labels(ErrorClasses classes, SpanBuilder... spans) {
        List<Span> built = List.of(spans).stream().map(SpanBuilder::build).toList();
        return classes.failingSteps(new RecordedTrace(Trace.builder("t").build(), built)).stream()
                .map(FailingStep::label)
                .toList();
    }
}
