package tacit.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceStatus;
import tacit.client.Heard;
import tacit.client.TacitClient;
import tacit.client.TestHost;

class TacitLangChain4jTest {

    private static final String KNOWN = "<cowork_structured_memory>Orders live in table ord</cowork_structured_memory>";

    private final Heard heard = new Heard();
    private TestHost host;
    private TacitClient client;
    private TacitLangChain4j tacit;

    interface Clerk {
        String ask(@MemoryId String session, @dev.langchain4j.service.UserMessage String question);
    }

    static final class Counter {

        @Tool("Counts rows")
        String count(@P("table") String table) {
            if (table.equals("broken")) {
                throw new IllegalStateException("no such table");
            }
            return "7 rows in " + table;
        }
    }

    @BeforeEach
    void open() throws IOException {
        host = new TestHost();
        client = new TacitClient(host.options("all").listener(heard));
        tacit = TacitLangChain4j.of(client, "clerk");
    }

    @AfterEach
    void close() {
        tacit.close();
        client.close();
        host.close();
    }

    private Clerk clerk(ScriptedModel model) {
        TacitChatMemoryStore store = new TacitChatMemoryStore(client);
        return AiServices.builder(Clerk.class)
                .chatModel(model)
                .systemMessageProvider(any -> "Be brief")
                .chatMemoryProvider(id -> MessageWindowChatMemory.builder()
                        .id(id)
                        .maxMessages(20)
                        .chatMemoryStore(store)
                        .build())
                .tools(new Counter())
                .chatRequestTransformer(tacit::withContext)
                .build();
    }

    private RecordedTrace only() {
        assertThat(client.flush(Duration.ofSeconds(20))).isTrue();
        assertThat(host.recorded()).hasSize(1);
        return host.recorded().get(0);
    }

    private static Span span(RecordedTrace trace, String operation) {
        return trace.spans().stream()
                .filter(span -> span.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsTheContextIntoTheSystemMessageOfTheRequestAlone() {
        host.memory = KNOWN;
        ScriptedModel model = new ScriptedModel(tacit.listener(), "Seven", "Seven, as before");
        Clerk clerk = clerk(model);

        assertThat(clerk.ask("s1", "How many orders?")).isEqualTo("Seven");
        clerk.ask("s1", "And now?");

        List<ChatMessage> second = model.requests.get(1).messages();
        assertThat(second.get(0)).isEqualTo(SystemMessage.from("Be brief\n\n" + KNOWN));
        assertThat(second).hasSize(4).last().isEqualTo(UserMessage.from("And now?"));
        assertThat(new TacitChatMemoryStore(client).getMessages("s1").get(0)).isEqualTo(SystemMessage.from("Be brief"));
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void recordsTheTurnWithModelAndTokens() {
        host.memory = KNOWN;

        clerk(new ScriptedModel(tacit.listener(), "Seven")).ask("s1", "How many orders?");

        RecordedTrace trace = only();
        assertThat(trace.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.trace().agent()).isEqualTo("clerk");
        assertThat(trace.trace().sessionId()).isEqualTo("s1");
        Span chat = span(trace, "chat");
        assertThat(chat.attributes())
                .containsEntry("gen_ai.request.model", "small-1")
                .containsEntry("gen_ai.response.model", "small-1-2026")
                .containsEntry("gen_ai.usage.input_tokens", 11L)
                .containsEntry("gen_ai.usage.output_tokens", 4L);
        assertThat(chat.input()).contains("Be brief", "How many orders?").doesNotContain("table ord");
        assertThat(chat.output()).contains("Seven");
        assertThat(span(trace, "retrieval").attributes()).containsEntry("tacit.injected", true);
        assertThat(span(trace, "invoke_agent").attributes()).containsKey("tacit.context.id");
    }

    @Test
    void recordsCallsOfToolsInTheSameTurn() {
        host.memory = KNOWN;
        ScriptedModel model = new ScriptedModel(
                tacit.listener(), ScriptedModel.toolCall("t1", "count", "{\"table\":\"ord\"}"), "Seven");

        assertThat(clerk(model).ask("s1", "How many orders?")).isEqualTo("Seven");

        RecordedTrace trace = only();
        assertThat(trace.spans())
                .extracting(Span::operation)
                .containsExactlyInAnyOrder("invoke_agent", "retrieval", "chat", "execute_tool", "chat");
        assertThat(span(trace, "execute_tool").output()).contains("7 rows in ord");
        assertThat(model.requests.get(1).messages().get(0)).isEqualTo(SystemMessage.from("Be brief\n\n" + KNOWN));
        assertThat(host.asked).hasSize(1);
    }

    @Test
    void recordsToolsThatFail() {
        ScriptedModel model = new ScriptedModel(
                tacit.listener(), ScriptedModel.toolCall("t1", "count", "{\"table\":\"broken\"}"), "I cannot");

        clerk(model).ask("s1", "How many orders?");

        Span tool = span(only(), "execute_tool");
        assertThat(tool.output()).contains("no such table");
        assertThat(tool.status()).isEqualTo(SpanStatus.ERROR);
    }

    @Test
    void recordsAModelThatFailsAndLetsTheFailureThrough() {
        ScriptedModel model = new ScriptedModel(tacit.listener(), new IllegalStateException("429 too many requests"));

        assertThatThrownBy(() -> clerk(model).ask("s1", "Hello")).hasMessageContaining("429");

        RecordedTrace trace = only();
        assertThat(span(trace, "chat").errorType()).isEqualTo("java.lang.IllegalStateException");
        assertThat(trace.trace().status()).isEqualTo(TraceStatus.FAILED);
    }

    @Test
    void recordsAModelThatIsCalledByItself() {
        host.memory = KNOWN;
        ScriptedModel model = new ScriptedModel(tacit.listener(), "Seven", "Eight");

        model.chat(tacit.withContext(
                ChatRequest.builder().messages(UserMessage.from("How many?")).build(), "s9"));

        assertThat(model.requests.get(0).messages().get(0)).isEqualTo(SystemMessage.from(KNOWN));
        assertThat(only().trace().sessionId()).isEqualTo("s9");
        model.chat("Without a context");
        client.flush(Duration.ofSeconds(20));
        assertThat(host.recorded()).hasSize(2);
    }

    @Test
    void reportsATurnThatWaitsForAToolWhenItIsClosed() {
        ScriptedModel model = new ScriptedModel(tacit.listener(), ScriptedModel.toolCall("t1", "count", "{}"));
        model.chat("How many?");

        tacit.close();

        assertThat(only().trace().status()).isEqualTo(TraceStatus.COMPLETED);
    }

    @Test
    void endsTheOldestTurnWhereTooManyWait() {
        OpenTurns few = new OpenTurns(1);
        few.await("t1", tacit.begin(List.of(UserMessage.from("first"))));
        few.await("t2", tacit.begin(List.of(UserMessage.from("second"))));

        assertThat(span(only(), "invoke_agent").input()).contains("first");
    }

    @Test
    void harmsNobodyWhileTheHostIsDown() {
        host.close();

        assertThat(clerk(new ScriptedModel(tacit.listener(), "Seven")).ask("s1", "How many?"))
                .isEqualTo("Seven");

        assertThat(heard.failures).contains("context 0");
    }
}
