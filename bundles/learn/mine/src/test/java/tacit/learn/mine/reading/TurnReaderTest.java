package tacit.learn.mine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.learn.mine.Story;

class TurnReaderTest {

    @Test
    void givesEachModelCallTheToolsUpToTheNext() {
        List<Turn> turns = turns(new Story()
                .asks("lookup", "{}")
                .tool("lookup", "{}", "one")
                .tool("lookup", "{}", "two")
                .says("Done")
                .tell());

        assertThat(turns).hasSize(2);
        assertThat(turns.get(0).acts()).extracting(Span::id).containsExactly("s2", "s3");
        assertThat(turns.get(0).result()).isEqualTo("one\ntwo");
        assertThat(turns.get(1).acting()).isFalse();
        assertThat(turns.get(1).previousAct()).isSameAs(turns.get(0));
    }

    @Test
    void takesAStepWithOneModelCallAsItsTurn() {
        Turn turn = turns(new Story()
                        .step(step -> step.output("printed"))
                        .says("code")
                        .tell())
                .get(0);

        assertThat(turn.acting()).isTrue();
        assertThat(turn.result()).isEqualTo("printed");
    }

    @Test
    void takesToolsWithoutModelCallAsTurnsOfTheirOwn() {
        List<Turn> turns = turns(new Story()
                .tool("sql", "SELECT 1", "1")
                .tool("sql", "SELECT 2", "Error: no")
                .tell());

        assertThat(turns).extracting(Turn::thought).containsExactly(false, false);
        assertThat(turns.get(0).failed()).isFalse();
        assertThat(turns.get(1).failed()).isTrue();
    }

    @Test
    void findsToolsInsideTheirModelCall() {
        Span chat = Span.builder("c", Operation.CHAT, "chat").build();
        Span tool = Span.builder("t", Operation.EXECUTE_TOOL, "lookup")
                .parentId("c")
                .position(1)
                .build();

        assertThat(turns(trace(chat, tool)).get(0).acts()).containsExactly(tool);
    }

    @Test
    void readsTheMessageOfAnExceptionEvent() {
        Span tool = Span.builder("t", Operation.EXECUTE_TOOL, "lookup")
                .status(SpanStatus.ERROR)
                .event(new SpanEvent(
                        SpanEvent.EXCEPTION, null, java.util.Map.of("exception.message", "No such file: a")))
                .build();

        CallError error = turns(trace(tool)).get(0).error();

        assertThat(error).isNotNull();
        assertThat(error.kind()).isEqualTo(ErrorKind.MISSING);
    }

    @Test
    void overlooksWhatIsWithheldByDesign() {
        Turn turn = turns(new Story()
                        .failingTool("notify", "{}", "Cool-down until noon")
                        .tell())
                .get(0);

        assertThat(turn.failed()).isFalse();
    }

    @Test
    void overlooksInjectedContext() {
        RecordedTrace trace = new Story()
                .tool("memory", span -> span.output("Error: old").attribute(Attribute.INJECTED, true))
                .tell();

        assertThat(turns(trace)).isEmpty();
    }

    @Test
    void keepsTheTurnsOfAgentsApart() {
        Span outer = Span.builder("a", Operation.INVOKE_AGENT, "outer").build();
        Span first = chat("c1", "a", 1);
        Span inner = Span.builder("b", Operation.INVOKE_AGENT, "inner")
                .parentId("a")
                .position(2)
                .build();
        Span second = chat("c2", "b", 3);

        Reading reading = Reading.of(trace(outer, first, inner, second));

        assertThat(reading.runs()).extracting(AgentRun::depth).containsExactly(0, 1);
        assertThat(reading.runs().get(1).turns().get(0).previous()).isNull();
        assertThat(reading.tree().agents()).isEqualTo(2);
    }

    private static Span chat(String id, String parent, long position) {
        return Span.builder(id, Operation.CHAT, "chat")
                .parentId(parent)
                .position(position)
                .build();
    }

    private static RecordedTrace trace(Span... spans) {
        return new RecordedTrace(Trace.builder("t").build(), List.of(spans));
    }

    private static List<Turn> turns(RecordedTrace trace) {
        return new TurnReader().read(new SpanTree(trace));
    }
}
