package tacit.learn.mine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.Story;

class FactSheetTest {

    @Test
    void noticesTheSameCallOnlyWithTheSameResult() {
        RecordedTrace trace = new Story()
                .tool("lookup", "{\"id\":1}", "none")
                .tool("lookup", "{\"id\":1}", "none")
                .tool("next_page", "{}", "page 1")
                .tool("next_page", "{}", "page 2")
                .tell();

        assertThat(facts(trace, "s2").has(Fact.SAME_CALL, Fact.LAST_SAME_CALL)).isTrue();
        assertThat(facts(trace, "s1").has(Fact.SAME_CALL)).isFalse();
        assertThat(facts(trace, "s4").has(Fact.SAME_CALL)).isFalse();
    }

    @Test
    void noticesTheSameErrorAgain() {
        RecordedTrace trace = new Story()
                .failingTool("lookup", "{\"a\":1}", "unexpected argument a")
                .failingTool("lookup", "{\"b\":1}", "unexpected argument b")
                .tell();

        assertThat(facts(trace, "s1").has(Fact.SAME_ERROR)).isFalse();
        assertThat(facts(trace, "s2").has(Fact.SAME_ERROR, Fact.FAILS_AGAIN, Fact.LAST_SAME_ERROR))
                .isTrue();
    }

    @Test
    void noticesWhoReadsAnError() {
        RecordedTrace trace = new Story()
                .asks("lookup", "{}")
                .failingTool("lookup", "{}", "No such record")
                .asks("lookup", "{\"id\":2}")
                .tool("lookup", "{\"id\":2}", "found")
                .tell();

        assertThat(facts(trace, "s3").has(Fact.READS_ERROR)).isTrue();
        assertThat(facts(trace, "s3").features()).contains("reads=missing", "reads-errors=1");
        assertThat(facts(trace, "s1").has(Fact.FAILED, Fact.FAILED_TOOL, Fact.LAST_OF_FAILURES))
                .isTrue();
    }

    @Test
    void noticesResultsThatFellApart() {
        RecordedTrace trace = new Story()
                .step(step -> step.output("D\ni\nr\ne\nc"))
                .says("code")
                .tell();

        assertThat(facts(trace, "s2").has(Fact.SHREDDED_RESULT)).isTrue();
    }

    @Test
    void noticesEmptyResultsUnderTheirFrame() {
        RecordedTrace trace = new Story()
                .step(step -> step.output("Execution logs:\nLast output from code snippet:\nNone"))
                .says("code")
                .tell();

        assertThat(facts(trace, "s2").has(Fact.EMPTY_RESULT)).isTrue();
    }

    @Test
    void noticesWhenALimitIsExceededAndWhenItIsIgnored() {
        RecordedTrace trace = new Story()
                .instructed("Read at most 500 characters at a time.")
                .step(step -> step.output("x".repeat(1200)))
                .says("```py\nprint(text[:2000])\n```")
                .tell();

        assertThat(facts(trace, "s2").has(Fact.LIMIT_EXCEEDED, Fact.LIMIT_FAR_EXCEEDED, Fact.LIMIT_IGNORED))
                .isTrue();
    }

    @Test
    void keepsToLimits() {
        RecordedTrace trace = new Story()
                .instructed("Read at most 500 characters at a time.")
                .step(step -> step.output("x".repeat(400)))
                .says("```py\nprint(text[:400])\n```")
                .tell();

        assertThat(facts(trace, "s2").has(Fact.LIMIT_STATED)).isTrue();
        assertThat(facts(trace, "s2").has(Fact.LIMIT_EXCEEDED)).isFalse();
        assertThat(facts(trace, "s2").has(Fact.LIMIT_IGNORED)).isFalse();
    }

    @Test
    void echoesTheTurnBefore() {
        RecordedTrace trace = new Story()
                .step(step -> step.output("no results"))
                .says("code")
                .step()
                .says("more code")
                .tell();

        assertThat(facts(trace, "s4").features()).contains("after=no_match");
    }

    @Test
    void countsCoarsely() {
        SpanFacts facts = new SpanFacts();
        facts.measure("few", 2);
        facts.measure("some", 4);
        facts.measure("many", 99);

        assertThat(facts.features()).containsExactly("few=2", "many=more", "some=3-5");
    }

    @Test
    void statesTheSameFactsEveryTime() {
        RecordedTrace trace =
                Story.withTools().step().says("I would use lookup").tell();

        assertThat(facts(trace, "s2").features())
                .isEqualTo(facts(trace, "s2").features())
                .contains("unmade_call");
    }

    private static SpanFacts facts(RecordedTrace trace, String spanId) {
        return FactSheet.of(trace).of(trace.span(spanId).orElseThrow());
    }
}
