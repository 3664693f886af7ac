package tacit.learn.mine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.learn.mine.Story;

class ToolNamesTest {

    @Test
    void readsToolsFromTheListInTheInstructions() {
        assertThat(offered(Story.withTools().says("Hm").tell())).containsExactlyInAnyOrder("lookup", "final_answer");
    }

    @Test
    void readsToolsFromTheirDefinitions() {
        Span chat = Span.builder("c", Operation.CHAT, "chat")
                .attribute("gen_ai.tool.definitions", "[{\"type\":\"function\",\"name\":\"fetch\"}]")
                .build();

        assertThat(offered(new RecordedTrace(Trace.builder("t").build(), java.util.List.of(chat))))
                .containsExactly("fetch");
    }

    @Test
    void fallsBackToTheToolsThatWereCalled() {
        assertThat(offered(new Story().asks("lookup", "{}").tell())).containsExactly("lookup");
    }

    @Test
    void tellsCallsFromTalk() {
        Set<String> tools = Set.of("lookup", "fetch");

        assertThat(ToolNames.calledIn("x = lookup(1)\nprint('fetch it')", tools))
                .containsExactly("lookup");
        assertThat(ToolNames.namedIn("I will fetch it", tools)).containsExactly("fetch");
    }

    @Test
    void knowsToolsThatHandOverTheAnswer() {
        assertThat(ToolNames.isAnswer("final_answer")).isTrue();
        assertThat(ToolNames.isAnswer("submit")).isTrue();
        assertThat(ToolNames.isAnswer("find_answers")).isFalse();
    }

    private static Set<String> offered(RecordedTrace trace) {
        return Reading.of(trace).runs().get(0).tools();
    }
}
