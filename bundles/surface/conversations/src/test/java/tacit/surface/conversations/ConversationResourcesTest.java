package tacit.surface.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ConversationResourcesTest {

    private static final String ONE = "/v1/conversations/c1";

    private Rig rig;

    @BeforeEach
    void open(Database database) throws IOException {
        rig = new Rig(database);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String body(String... contents) {
        List<String> messages = new ArrayList<>();
        for (String content : contents) {
            messages.add("{\"role\":\"user\",\"content\":\"" + content + "\"}");
        }
        return "{\"messages\":[" + String.join(",", messages) + "]}";
    }

    @Test
    void givesMessagesBackInTheirOrder() throws Exception {
        assertThat(rig.put("all", ONE, body("third", "first", "second")).body())
                .isEqualTo("{\"id\":\"c1\",\"messages\":3,\"redacted\":0,\"updatedAt\":\"2026-03-01T12:00:00Z\"}");

        assertThat(rig.get("all", ONE).body())
                .isEqualTo("{\"id\":\"c1\",\"updatedAt\":\"2026-03-01T12:00:00Z\",\"messages\":["
                        + "{\"role\":\"user\",\"content\":\"third\"},{\"role\":\"user\",\"content\":\"first\"},"
                        + "{\"role\":\"user\",\"content\":\"second\"}]}");
    }

    @Test
    void keepsWhateverAFrameworkPutsIntoAMessage() throws Exception {
        String message =
                "{\"role\":\"assistant\",\"form\":\"spring-ai\",\"toolCalls\":[{\"id\":\"t1\",\"name\":\"count\","
                        + "\"arguments\":\"{\\\"a\\\":1}\"}],\"metadata\":{\"n\":1.50,\"big\":12345678901234567890,\"none\":null,"
                        + "\"yes\":true,\"text\":\"ü€😀\"}}";

        rig.put("all", ONE, "{\"messages\":[" + message + "]}");

        assertThat(rig.get("all", ONE).body()).contains("\"messages\":[" + message + "]");
    }

    @Test
    void replacesWhateverWasThere() throws Exception {
        rig.put("all", ONE, body("a", "b", "c"));
        rig.clock.pass(Duration.ofMinutes(1));

        rig.put("all", ONE, body("only"));

        assertThat(rig.get("all", ONE).body()).contains("only").doesNotContain("\"a\"");
        assertThat(rig.get("all", "/v1/conversations").body())
                .isEqualTo("{\"rows\":[{\"id\":\"c1\",\"messages\":1,\"createdAt\":\"2026-03-01T12:00:00Z\","
                        + "\"updatedAt\":\"2026-03-01T12:01:00Z\"}],\"offset\":0,\"total\":1,\"hasMore\":false}");
    }

    @Test
    void keepsAConversationWithoutMessages() throws Exception {
        rig.put("all", ONE, body());

        assertThat(rig.get("all", ONE).body()).contains("\"messages\":[]");
    }

    @Test
    void deletesAndSaysSoInTheAuditLogFirst() throws Exception {
        rig.put("nora", ONE, body("a"));
        rig.audit.broken = true;

        assertThatThrownBy(() -> rig.delete("nora", ONE)).isInstanceOf(IOException.class);
        assertThat(rig.store.find(new Owner("default", "nora"), "c1")).isPresent();

        rig.audit.broken = false;
        assertThat(rig.delete("nora", ONE).body()).contains("\"deleted\":true");

        assertThat(rig.get("nora", ONE).statusCode()).isEqualTo(404);
        assertThat(rig.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("conversation.delete");
            assertThat(entry.subject()).isEqualTo("c1");
        });
    }

    @Test
    void answers404ForAnUnknownId() throws Exception {
        assertThat(rig.get("all", ONE).statusCode()).isEqualTo(404);
        assertThat(rig.delete("all", ONE).statusCode()).isEqualTo(404);
        assertThat(rig.audit.entries).isEmpty();
    }

    @Test
    void showsNothingOfAnotherUserOrWorkspace() throws Exception {
        rig.put("nora", ONE, body("secret plans"));

        for (String token : List.of("omar", "other", "all")) {
            assertThat(rig.get(token, ONE).statusCode()).as(token).isEqualTo(404);
            assertThat(rig.delete(token, ONE).statusCode()).as(token).isEqualTo(404);
            assertThat(rig.get(token, "/v1/conversations").body()).as(token).contains("\"rows\":[]");
            rig.put(token, ONE, body("mine"));
        }

        assertThat(rig.get("nora", ONE).body()).contains("secret plans").doesNotContain("mine");
    }

    @Test
    void answersAWorkspaceForTheUserThatItNames() throws Exception {
        rig.put("nora", ONE, body("plans"));

        assertThat(rig.get("all", ONE + "?userId=nora").body()).contains("plans");
        assertThat(rig.get("omar", ONE + "?userId=nora").statusCode()).isEqualTo(403);
        assertThat(rig.put("omar", ONE + "?userId=nora", body("x")).statusCode())
                .isEqualTo(403);
        assertThat(rig.get("other", ONE + "?userId=nora").statusCode()).isEqualTo(404);
        assertThat(rig.get("all", ONE + "?userId=").statusCode()).isEqualTo(400);
    }

    @Test
    void takesSecretsOutBeforeTheyAreStored() throws Exception {
        String key = "AKIA" + "IOSFODNN7QZXWVKL";
        rig.put(
                "all",
                ONE,
                "{\"messages\":[{\"role\":\"user\",\"content\":\"the key is " + key
                        + "\",\"metadata\":{\"password\":\"hunter2\"}}]}");

        String kept = rig.get("all", ONE).body();

        assertThat(kept).doesNotContain(key).doesNotContain("hunter2").contains("[REDACTED:");
    }

    @Test
    void listsInPages() throws Exception {
        for (int i = 0; i < 3; i++) {
            rig.put("all", "/v1/conversations/c" + i, body("a"));
            rig.clock.pass(Duration.ofSeconds(1));
        }

        assertThat(rig.get("all", "/v1/conversations?limit=2").body())
                .containsSubsequence("c2", "c1")
                .doesNotContain("c0")
                .contains("\"total\":3,\"hasMore\":true");
        assertThat(rig.get("all", "/v1/conversations?limit=2&offset=2").body())
                .contains("c0")
                .contains("\"hasMore\":false");
    }

    @Test
    void refusesMoreConversationsThanMayBe() throws Exception {
        for (int i = 0; i < Rig.MOST_CONVERSATIONS; i++) {
            rig.put("all", "/v1/conversations/c" + i, body("a"));
        }

        assertThat(rig.put("all", "/v1/conversations/new", body("a")).statusCode())
                .isEqualTo(409);
        assertThat(rig.put("all", ONE, body("changed")).statusCode()).isEqualTo(200);
        assertThat(rig.put("nora", "/v1/conversations/new", body("a")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsOneOfSeveralThatReplaceAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String content = "turn" + i;
            answers.add(threads.submit(
                    () -> rig.put("all", ONE, body(content, content, content)).statusCode()));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        threads.shutdown();

        List<String> messages =
                rig.store.find(new Owner("default", ""), "c1").orElseThrow().messages();

        assertThat(messages).hasSize(3);
        assertThat(messages).containsOnly(messages.get(0));
    }
}
