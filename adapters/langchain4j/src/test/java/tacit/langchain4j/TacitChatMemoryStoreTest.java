package tacit.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.CustomMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.client.Heard;
import tacit.client.TacitClient;
import tacit.client.TacitException;
import tacit.client.TestHost;

class TacitChatMemoryStoreTest {

    private final Heard heard = new Heard();
    private TestHost host;
    private TacitClient client;
    private TacitChatMemoryStore store;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost();
        client = new TacitClient(host.options("all").listener(heard));
        store = new TacitChatMemoryStore(client);
    }

    @AfterEach
    void close() {
        client.close();
        host.close();
    }

    @Test
    void givesEveryKindOfMessageBackAsItWas() {
        String picture = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, (byte) 0x9c});
        List<ChatMessage> messages = List.of(
                SystemMessage.from("You count orders"),
                UserMessage.from(
                        "nora",
                        List.of(
                                TextContent.from("What is this? ü€😀"),
                                ImageContent.from(picture, "image/png"),
                                ImageContent.from("https://example.org/a.jpg"))),
                ScriptedModel.toolCall("t1", "count", "{\"table\":\"ord\"}"),
                ToolExecutionResultMessage.from("t1", "count", "{\"n\":7}"),
                AiMessage.from("Seven"),
                CustomMessage.from(Map.of("note", "kept")));

        store.updateMessages("c1", messages);

        assertThat(store.getMessages("c1")).isEqualTo(messages);
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void replacesAllMessagesAndKeepsTheirOrder() {
        store.updateMessages(42, List.of(UserMessage.from("b"), UserMessage.from("a")));
        assertThat(texts(42)).containsExactly("b", "a");

        store.updateMessages(42, List.of(UserMessage.from("only")));

        assertThat(texts(42)).containsExactly("only");
    }

    @Test
    void deletesAndTakesUnknownMemoriesForEmpty() {
        store.updateMessages("shop/42 ü", List.of(UserMessage.from("a")));

        store.deleteMessages("shop/42 ü");
        store.deleteMessages("unknown");

        assertThat(store.getMessages("shop/42 ü")).isEmpty();
        assertThat(store.getMessages("unknown")).isEmpty();
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void hidesTheMemoriesOfAnotherUser() {
        new TacitChatMemoryStore(client, "nora").updateMessages("c1", List.of(UserMessage.from("private")));

        assertThat(new TacitChatMemoryStore(client, "omar").getMessages("c1")).isEmpty();
        assertThat(store.getMessages("c1")).isEmpty();
        try (TacitClient omar = new TacitClient(host.options("omar"))) {
            assertThat(new TacitChatMemoryStore(omar).getMessages("c1")).isEmpty();
        }
        assertThat(new TacitChatMemoryStore(client, "nora").getMessages("c1")).hasSize(1);
    }

    @Test
    void worksAsTheStoreOfAWindow() {
        MessageWindowChatMemory memory = MessageWindowChatMemory.builder()
                .id("c1")
                .maxMessages(3)
                .chatMemoryStore(store)
                .build();

        for (int i = 0; i < 5; i++) {
            memory.add(UserMessage.from("q" + i));
        }

        assertThat(texts("c1")).containsExactly("q2", "q3", "q4");
        memory.clear();
        assertThat(store.getMessages("c1")).isEmpty();
    }

    @Test
    void keepsEachMemoryWholeWhenManyWriteAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String id = "c" + i % 5;
            String text = "turn" + i;
            done.add(threads.submit(
                    () -> store.updateMessages(id, List.of(UserMessage.from(text), UserMessage.from(text)))));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();

        for (int i = 0; i < 5; i++) {
            assertThat(texts("c" + i)).hasSize(2).containsOnly(texts("c" + i).get(0));
        }
    }

    @Test
    void goesOnWithoutMemoryWhileTheHostIsDown() {
        host.close();

        store.updateMessages("c1", List.of(UserMessage.from("a")));
        store.deleteMessages("c1");

        assertThat(store.getMessages("c1")).isEmpty();
        assertThat(heard.failures).hasSize(3);
    }

    @Test
    void throwsWhileTheHostIsDownWhereItMayNotFailOpen() {
        try (TacitClient strict = new TacitClient(host.options("all").failOpen(false))) {
            host.close();

            assertThatThrownBy(() -> new TacitChatMemoryStore(strict).getMessages("c1"))
                    .isInstanceOf(TacitException.class);
        }
    }

    @Test
    void refusesWhatAnotherFrameworkKept() {
        client.conversations(null).replace("c1", List.of(Map.of("role", "user", "form", "spring-ai")));

        assertThatThrownBy(() -> store.getMessages("c1")).hasMessageContaining("not by LangChain4j");
    }

    private List<String> texts(Object id) {
        return store.getMessages(id).stream()
                .map(message -> ((UserMessage) message).singleText())
                .toList();
    }
}
