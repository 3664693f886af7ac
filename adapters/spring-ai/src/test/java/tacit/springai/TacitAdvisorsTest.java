package tacit.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceStatus;
import tacit.client.Heard;
import tacit.client.TacitClient;
import tacit.client.TacitException;
import tacit.client.TestHost;

class TacitAdvisorsTest {

    private static final String KNOWN = "<cowork_structured_memory>Orders live in table ord</cowork_structured_memory>";

    private final Heard heard = new Heard();
    private TestHost host;
    private TacitClient client;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost();
        client = new TacitClient(host.options("all").listener(heard));
    }

    @AfterEach
    void close() {
        client.close();
        host.close();
    }

    private ChatClient agent(ScriptedModel model) {
        return ChatClient.builder(model)
                .defaultAdvisors(TacitAdvisors.of(client, "clerk").all())
                .defaultTools(counter())
                .build();
    }

    record Table(String table) {}

    private static ToolCallback counter() {
        return FunctionToolCallback.builder("count", (Table table) -> {
                    if (table.table().equals("broken")) {
                        throw new IllegalStateException("no such table");
                    }
                    return "7 rows in " + table.table();
                })
                .description("Counts rows")
                .inputType(Table.class)
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
    void putsTheContextIntoTheSystemMessage() {
        host.memory = KNOWN;
        ScriptedModel model = new ScriptedModel("Seven");

        String answer = agent(model)
                .prompt()
                .system("Be brief")
                .user("How many orders?")
                .call()
                .content();

        assertThat(answer).isEqualTo("Seven");
        assertThat(model.prompts.get(0).getInstructions())
                .extracting(Message::getText)
                .containsExactly("Be brief\n\n" + KNOWN, "How many orders?");
        assertThat(host.asked.get(0).task()).isEqualTo("How many orders?");
    }

    @Test
    void makesASystemMessageWhereThereIsNone() {
        host.memory = KNOWN;
        ScriptedModel model = new ScriptedModel();

        agent(model).prompt("How many orders?").call().content();

        assertThat(model.prompts.get(0).getInstructions().get(0).getText()).isEqualTo(KNOWN);
    }

    @Test
    void leavesThePromptAloneWhereNothingIsKnown() {
        ScriptedModel model = new ScriptedModel();

        agent(model).prompt("Hello").call().content();

        assertThat(model.prompts.get(0).getInstructions())
                .extracting(Message::getText)
                .containsExactly("Hello");
    }

    @Test
    void recordsTheRunWithModelAndTokens() {
        host.memory = KNOWN;

        ChatClientResponse response = agent(new ScriptedModel("Seven"))
                .prompt("How many orders?")
                .advisors(advisor -> advisor.params(Map.of(
                        ChatMemory.CONVERSATION_ID, "s1",
                        TacitAdvisors.USER, "nora",
                        TacitAdvisors.TASK_KEY, "k1",
                        TacitAdvisors.CHANNEL, "slack")))
                .call()
                .chatClientResponse();

        RecordedTrace trace = only();
        assertThat(response.context())
                .containsEntry(TacitAdvisors.TRACE_ID, trace.trace().id());
        assertThat(trace.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.trace().agent()).isEqualTo("clerk");
        assertThat(trace.trace().sessionId()).isEqualTo("s1");
        assertThat(trace.trace().userId()).isEqualTo("nora");
        assertThat(trace.trace().taskKey()).isEqualTo("k1");
        assertThat(trace.trace().channel()).isEqualTo("slack");
        assertThat(span(trace, "invoke_agent").attributes()).containsKey("tacit.context.id");
        Span chat = span(trace, "chat");
        assertThat(chat.attributes())
                .containsEntry("gen_ai.request.model", "small-1")
                .containsEntry("gen_ai.response.model", "small-1-2026")
                .containsEntry("gen_ai.usage.input_tokens", 11L)
                .containsEntry("gen_ai.usage.output_tokens", 4L);
        assertThat(chat.output()).contains("Seven");
    }

    @Test
    void keepsWhatTacitSaidApartFromWhatTheUserSaid() {
        host.memory = KNOWN;

        agent(new ScriptedModel("Seven"))
                .prompt()
                .system("Be brief")
                .user("How many orders?")
                .call()
                .content();

        RecordedTrace trace = only();
        assertThat(span(trace, "chat").input())
                .contains("Be brief", "How many orders?")
                .doesNotContain("table ord");
        Span retrieval = span(trace, "retrieval");
        assertThat(retrieval.output()).contains("table ord");
        assertThat(retrieval.attributes()).containsEntry("tacit.injected", true);
    }

    @Test
    void recordsCallsOfToolsWithTheirResults() {
        ScriptedModel model = new ScriptedModel(ScriptedModel.toolCall("t1", "count", "{\"table\":\"ord\"}"), "Seven");

        assertThat(agent(model).prompt("How many orders?").call().content()).isEqualTo("Seven");

        RecordedTrace trace = only();
        assertThat(trace.spans())
                .extracting(Span::operation)
                .containsExactlyInAnyOrder("invoke_agent", "chat", "execute_tool", "chat");
        Span tool = span(trace, "execute_tool");
        assertThat(tool.name()).contains("count");
        assertThat(tool.input()).contains("ord");
        assertThat(tool.output()).contains("7 rows in ord");
        assertThat(host.asked).hasSize(1);
    }

    @Test
    void recordsAModelThatFailsAndLetsTheFailureThrough() {
        ScriptedModel model = new ScriptedModel(new IllegalStateException("429 too many requests"));

        assertThatThrownBy(() -> agent(model).prompt("Hello").call().content()).hasMessageContaining("429");

        RecordedTrace trace = only();
        assertThat(span(trace, "chat").status()).isEqualTo(SpanStatus.ERROR);
        assertThat(span(trace, "chat").errorType()).isEqualTo("java.lang.IllegalStateException");
        assertThat(span(trace, "invoke_agent").statusMessage()).contains("429");
        assertThat(trace.trace().status()).isEqualTo(TraceStatus.FAILED);
    }

    @Test
    void recordsAStreamWhole() {
        host.memory = KNOWN;
        ScriptedModel model = new ScriptedModel("Seven orders are open");

        List<String> words = agent(model).prompt("How many orders?").stream()
                .content()
                .collectList()
                .block();

        assertThat(String.join("", words)).isEqualTo("Seven orders are open");
        assertThat(model.prompts.get(0).getInstructions().get(0).getText()).isEqualTo(KNOWN);
        RecordedTrace trace = only();
        assertThat(span(trace, "chat").output()).contains("Seven orders are open");
        assertThat(span(trace, "invoke_agent").output()).contains("Seven orders are open");
    }

    @Test
    void recordsAStreamThatFails() {
        ScriptedModel model = new ScriptedModel(new IllegalStateException("cut off"));

        assertThatThrownBy(() -> agent(model).prompt("Hello").stream().content().blockLast())
                .hasMessageContaining("cut off");

        assertThat(span(only(), "chat").status()).isEqualTo(SpanStatus.ERROR);
    }

    @Test
    void worksBesideTheMemoryOfSpring() {
        host.memory = KNOWN;
        ScriptedModel model = new ScriptedModel("Seven", "Seven, as before");
        ChatClient agent = ChatClient.builder(model)
                .defaultAdvisors(TacitAdvisors.of(client, "clerk").all())
                .defaultAdvisors(MessageChatMemoryAdvisor.builder(MessageWindowChatMemory.builder()
                                .chatMemoryRepository(new TacitChatMemoryRepository(client))
                                .build())
                        .build())
                .build();

        for (String question : List.of("How many orders?", "And now?")) {
            agent.prompt(question)
                    .advisors(advisor -> advisor.param(ChatMemory.CONVERSATION_ID, "s1"))
                    .call()
                    .content();
        }

        assertThat(model.prompts.get(1).getInstructions())
                .extracting(Message::getText)
                .containsExactly(KNOWN, "How many orders?", "Seven", "And now?");
        assertThat(new TacitChatMemoryRepository(client).findByConversationId("s1"))
                .extracting(Message::getText)
                .containsExactly("How many orders?", "Seven", "And now?", "Seven, as before");
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void harmsNobodyWhileTheHostIsDown() {
        host.close();

        assertThat(agent(new ScriptedModel("Seven")).prompt("How many?").call().content())
                .isEqualTo("Seven");

        assertThat(heard.failures).first().isEqualTo("context 0");
    }

    @Test
    void throwsWhileTheHostIsDownWhereItMayNotFailOpen() {
        try (TacitClient strict = new TacitClient(host.options("all").failOpen(false))) {
            host.close();
            ChatClient agent = ChatClient.builder(new ScriptedModel())
                    .defaultAdvisors(TacitAdvisors.of(strict, "clerk").all())
                    .build();

            assertThatThrownBy(() -> agent.prompt("Hello").call().content()).isInstanceOf(TacitException.class);
        }
    }
}
