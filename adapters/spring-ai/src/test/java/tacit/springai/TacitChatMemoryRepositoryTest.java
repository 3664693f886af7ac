package tacit.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.util.MimeTypeUtils;
import tacit.client.Heard;
import tacit.client.TacitClient;
import tacit.client.TacitException;
import tacit.client.TestHost;

class TacitChatMemoryRepositoryTest {

    private final Heard heard = new Heard();
    private TestHost host;
    private TacitClient client;
    private TacitChatMemoryRepository repository;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost();
        client = new TacitClient(host.options("all").listener(heard));
        repository = new TacitChatMemoryRepository(client);
    }

    @AfterEach
    void close() {
        client.close();
        host.close();
    }

    @Test
    void givesEveryKindOfMessageBackAsItWas() {
        List<Message> messages = List.of(
                new SystemMessage("You count orders"),
                UserMessage.builder()
                        .text("How many?")
                        .metadata(
                                Map.of("lang", "en", "turn", 3, "weight", 0.5, "tags", List.of("a", 1), "urgent", true))
                        .build(),
                ScriptedModel.toolCall("t1", "count", "{\"table\":\"ord\"}"),
                ToolResponseMessage.builder()
                        .responses(List.of(new ToolResponseMessage.ToolResponse("t1", "count", "{\"n\":7}")))
                        .build(),
                AssistantMessage.builder()
                        .content("Seven — ü€😀")
                        .properties(Map.of("id", "a1", "index", 0))
                        .build());

        repository.saveAll("c1", messages);

        assertThat(repository.findByConversationId("c1")).isEqualTo(messages);
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void givesMediaBackByAddressAndByBytes() {
        byte[] picture = new byte[2_000];
        Arrays.fill(picture, (byte) 0x9c);
        Message asked = UserMessage.builder()
                .text("What is this?")
                .media(
                        Media.builder()
                                .mimeType(MimeTypeUtils.IMAGE_PNG)
                                .data(picture)
                                .id("m1")
                                .name("scan")
                                .build(),
                        Media.builder()
                                .mimeType(MimeTypeUtils.IMAGE_JPEG)
                                .data(URI.create("https://example.org/a.jpg"))
                                .build())
                .build();

        repository.saveAll("c1", List.of(asked));

        UserMessage kept = (UserMessage) repository.findByConversationId("c1").get(0);
        assertThat(kept.getText()).isEqualTo("What is this?");
        assertThat(kept.getMedia().get(0).getDataAsByteArray()).isEqualTo(picture);
        assertThat(kept.getMedia().get(0).getMimeType()).isEqualTo(MimeTypeUtils.IMAGE_PNG);
        assertThat(kept.getMedia().get(0).getId()).isEqualTo("m1");
        assertThat(kept.getMedia().get(0).getName()).isEqualTo("scan");
        assertThat(kept.getMedia().get(1).getData()).isEqualTo("https://example.org/a.jpg");
    }

    @Test
    void replacesAllMessagesAndKeepsTheirOrder() {
        repository.saveAll("c1", List.of(new UserMessage("b"), new UserMessage("a"), new UserMessage("c")));
        assertThat(texts("c1")).containsExactly("b", "a", "c");

        repository.saveAll("c1", List.of(new UserMessage("only")));
        assertThat(texts("c1")).containsExactly("only");

        repository.saveAll("c1", List.of());
        assertThat(texts("c1")).isEmpty();
    }

    @Test
    void findsAndDeletesConversations() {
        repository.saveAll("c1", List.of(new UserMessage("a")));
        repository.saveAll("shop/42 ü", List.of(new UserMessage("b")));
        assertThat(repository.findConversationIds()).containsExactlyInAnyOrder("c1", "shop/42 ü");

        repository.deleteByConversationId("shop/42 ü");
        repository.deleteByConversationId("unknown");

        assertThat(repository.findConversationIds()).containsExactly("c1");
        assertThat(texts("shop/42 ü")).isEmpty();
    }

    @Test
    void takesUnknownConversationsForEmptyAndRefusesBlankOnes() {
        assertThat(repository.findByConversationId("unknown")).isEmpty();
        assertThat(heard.failures).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> repository.findByConversationId(" "));
        assertThatThrownBy(() -> repository.saveAll("c1", Arrays.asList((Message) null)))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void hidesTheConversationsOfAnotherUser() {
        new TacitChatMemoryRepository(client, "nora").saveAll("c1", List.of(new UserMessage("private")));

        assertThat(new TacitChatMemoryRepository(client, "omar").findByConversationId("c1"))
                .isEmpty();
        assertThat(texts("c1")).isEmpty();
        try (TacitClient omar = new TacitClient(host.options("omar"))) {
            assertThat(new TacitChatMemoryRepository(omar).findConversationIds())
                    .isEmpty();
        }
        assertThat(new TacitChatMemoryRepository(client, "nora").findByConversationId("c1"))
                .hasSize(1);
    }

    @Test
    void worksAsTheMemoryOfAWindow() {
        MessageWindowChatMemory memory = MessageWindowChatMemory.builder()
                .chatMemoryRepository(repository)
                .maxMessages(3)
                .build();

        for (int i = 0; i < 5; i++) {
            memory.add("c1", List.of(new UserMessage("q" + i)));
        }

        assertThat(memory.get("c1")).extracting(Message::getText).containsExactly("q2", "q3", "q4");
        memory.clear("c1");
        assertThat(memory.get("c1")).isEmpty();
    }

    @Test
    void keepsEachConversationWholeWhenManyWriteAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String id = "c" + i % 5;
            String text = "turn" + i;
            done.add(threads.submit(() -> {
                repository.saveAll(id, List.of(new UserMessage(text), new AssistantMessage(text)));
                assertThat(repository.findByConversationId(id)).hasSize(2);
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();

        assertThat(repository.findConversationIds()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(texts("c" + i)).hasSize(2).containsOnly(texts("c" + i).get(0));
        }
    }

    @Test
    void goesOnWithoutMemoryWhileTheHostIsDown() {
        host.close();

        repository.saveAll("c1", List.of(new UserMessage("a")));
        repository.deleteByConversationId("c1");

        assertThat(repository.findByConversationId("c1")).isEmpty();
        assertThat(repository.findConversationIds()).isEmpty();
        assertThat(heard.failures)
                .containsExactly("conversation 0", "conversation 0", "conversation 0", "conversations 0");
    }

    @Test
    void throwsWhileTheHostIsDownWhereItMayNotFailOpen() {
        try (TacitClient strict = new TacitClient(host.options("all").failOpen(false))) {
            host.close();

            assertThatThrownBy(() -> new TacitChatMemoryRepository(strict).findByConversationId("c1"))
                    .isInstanceOf(TacitException.class);
        }
    }

    @Test
    void refusesWhatAnotherFrameworkKept() {
        client.conversations(null).replace("c1", List.of(Map.of("role", "user", "form", "langchain4j")));

        assertThatThrownBy(() -> repository.findByConversationId("c1")).hasMessageContaining("not by Spring AI");
    }

    private List<String> texts(String id) {
        return repository.findByConversationId(id).stream()
                .map(Message::getText)
                .toList();
    }
}
