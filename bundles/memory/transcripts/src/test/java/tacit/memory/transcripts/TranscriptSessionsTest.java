package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.transcripts.Folder.NOW;
import static tacit.memory.transcripts.Folder.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.TrustLane;
import tacit.api.recall.TranscriptHit;
import tacit.api.recall.TranscriptQuery;

class TranscriptSessionsTest {

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(temporary);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private List<TranscriptHit> search(TranscriptQuery query) {
        return folder.sessions.search(query);
    }

    @Test
    void tr01ReadsACompletionCheckpointWithItsSummaryAndHistory() throws IOException {
        folder.checkpoint(
                "t1",
                "{\"checkpointKind\":\"completion\",\"timestamp\":1000,\"conversationHistory\":[{\"role\":\"user\","
                        + "\"content\":\"Move the copper bay ferry\"}],\"trackerState\":{\"files\":[\"a.md\"]},"
                        + "\"structuredSummary\":{\"decisions\":[\"Leave at noon\"]}}");

        assertThat(search(query("leave at noon", "t1", 5))).singleElement().satisfies(hit -> {
            assertThat(hit.attributes()).containsEntry("checkpoint_kind", "completion");
            assertThat(hit.excerpt()).contains("Leave at noon").contains("Move the copper bay ferry");
        });
    }

    @Test
    void tr02FindsTheAnswerOfATask() throws IOException {
        folder.span("t1", 1000, "assistant_message", "The copper bay is closed", "e1");

        assertThat(search(query("copper bay", "t1", 10))).singleElement().satisfies(hit -> {
            assertThat(hit.type()).isEqualTo("assistant_message");
            assertThat(hit.taskId()).isEqualTo("t1");
            assertThat(hit.lane()).isEqualTo(TrustLane.FOREIGN);
        });
        assertThat(search(query("copper bay", "t2", 10))).isEmpty();
    }

    @Test
    void tr03FindsThreeWordsOfAUser() throws IOException {
        folder.span("t1", 1000, "user_message", "Please book the night train to Rome", "e1");

        assertThat(search(query("the night train", null, 10)))
                .extracting(TranscriptHit::type)
                .containsExactly("user_message");
    }

    @Test
    void tr04AnswersTheNewestOfThoseThatMatchAlike() throws IOException {
        for (int i = 1; i <= 6; i++) {
            folder.span("t1", NOW.toEpochMilli() - 86_400_000L * (10 - i), "user_message", "copper bay", "e" + i);
        }

        assertThat(search(query("copper bay", "t1", 3)))
                .extracting(hit -> hit.attributes().get("event_id"))
                .containsExactly("e6", "e5", "e4");
    }

    @Test
    void tr05FindsTheSameEventWithoutTheIndex() throws IOException {
        folder.span("t1", 1000, "user_message", "Meet at copper bay", "e1");
        folder.document("message", "m1", "Meet at copper bay", NOW, Map.of("event_id", "e1", "trace", "t1"));

        List<TranscriptHit> before = search(query("copper bay", "t1", 5));
        folder.index.close();
        List<TranscriptHit> after = search(query("copper bay", "t1", 5));
        folder = new Folder(temporary.resolve("again"));

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(1);
        assertThat(before.get(0).attributes().get("event_id")).isEqualTo("e1");
        assertThat(after.get(0).attributes().get("event_id")).isEqualTo("e1");
    }

    @Test
    void sr01FindsSpansAndCheckpoints() throws IOException {
        folder.span("t1", 1000, "assistant_message", "copper bay", "e1");
        folder.checkpoint("t1", "{\"timestamp\":2000,\"planSummary\":\"copper bay\"}");

        assertThat(search(query("copper bay", null, 10)))
                .extracting(TranscriptHit::type)
                .contains("assistant_message", "checkpoint");
        assertThat(search(query("copper bay", null, 10, "transcript_span")))
                .extracting(TranscriptHit::type)
                .containsExactly("assistant_message");
    }

    @Test
    void sr02PrefersTheNewerTask() throws IOException {
        folder.span("task-new", 200, "user_message", "copper bay", "e2");
        folder.span("task-old", 100, "user_message", "copper bay", "e1");

        assertThat(search(query("copper bay", null, 1)))
                .extracting(TranscriptHit::taskId)
                .containsExactly("task-new");
    }

    @Test
    void sr03PrefersTheNewerCheckpoint() throws IOException {
        folder.checkpoint("task-new", "{\"timestamp\":200,\"planSummary\":\"copper bay\"}");
        folder.checkpoint("task-old", "{\"timestamp\":100,\"planSummary\":\"copper bay\"}");

        assertThat(search(query("copper bay", null, 1))).singleElement().satisfies(hit -> {
            assertThat(hit.taskId()).isEqualTo("task-new");
            assertThat(hit.type()).isEqualTo("checkpoint");
        });
    }

    @Test
    void sr04RanksHitsForAWholePrompt() throws IOException {
        folder.span("t1", 1000, "assistant_message", "The deployment of the billing service needs a token", "e1");
        folder.span("t2", 1000, "assistant_message", "Bake a cake", "e2");
        folder.document("message", "m1", "Billing service is fine", NOW, Map.of("trace", "t3"));
        String prompt = "Please look at the deployment of our billing service, find out why it stopped, repair what is"
                + " broken, tell me which token it needs and write down every step so that somebody else can do the"
                + " same tomorrow when I am away, and send a short note to the team about the result and its cost";

        assertThat(search(query(prompt, null, 10)))
                .extracting(TranscriptHit::taskId)
                .startsWith("t1", "t3")
                .doesNotContain("t2");
    }

    @Test
    void passesOverLinesThatAreNone() throws IOException {
        folder.span("t1", 1000, "user_message", "copper bay", "e1");
        Path file = folder.path(".cowork/memory/transcripts/spans/t1.jsonl");
        Files.writeString(
                file,
                Files.readString(file)
                        + "{\"taskId\":\"t1\",\"timestamp\":1,\"type\":\"debug\",\"payload\":\"copper bay\"}\n"
                        + "{\"taskId\":\"t1\",\"times");

        assertThat(search(query("copper bay", null, 10))).hasSize(1);
    }

    @Test
    void answersNothingWithoutWords() throws IOException {
        folder.span("t1", 1000, "user_message", "copper bay", "e1");

        assertThat(search(query("  ", null, 10))).isEmpty();
    }

    @Test
    void showsNoFileToAGroup() throws IOException {
        folder.span("t1", 1000, "user_message", "copper bay", "e1");
        Audience group = new Audience(Audience.Kind.GROUP, null, null, null, false);

        assertThat(search(new TranscriptQuery(Folder.SCOPE, group, "copper bay", null, List.of(), NOW, 5)))
                .isEmpty();
    }
}
