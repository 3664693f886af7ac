package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AuditEntry;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.Visibility;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Kind;
import tacit.api.recall.Checkpoint.Origin;
import tacit.api.recall.Checkpoint.Packet;
import tacit.api.recall.Checkpoint.Said;
import tacit.api.recall.Checkpoint.Structured;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.CheckpointDraft.Trigger;
import tacit.api.recall.CheckpointReceipt;
import tacit.api.recall.CheckpointReceipt.Status;
import tacit.api.recall.Checkpoints;
import tacit.api.recall.SessionKeeping;
import tacit.api.store.Scope;
import tacit.runtime.testkit.ListAuditLog;
import tacit.surface.gateway.RunningGateway.Answer;

class CheckpointsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String PATH = "/v1/memory/checkpoints";
    private static final String STATE = "{\"taskId\":\"t1\",\"trigger\":\"completed\",\"messages\":["
            + "{\"role\":\"user\",\"content\":\"Move the ferry\",\"at\":\"2026-03-01T08:00:00Z\"},"
            + "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_call\",\"id\":\"c\",\"name\":\"mv\","
            + "\"arguments\":\"{}\"}]},{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"id\":\"c\","
            + "\"content\":\"done\"},{\"type\":\"image\"}]}],"
            + "\"trackerState\":{\"files\":[\"a.md\",null],\"open\":true,\"n\":2,\"x\":1.5,\"no\":null},"
            + "\"planSummary\":\"Move it\",\"result\":\"Decisions:\\n- Leave at noon\","
            + "\"usageTotals\":{\"tokens\":300},\"resumeStrategy\":\"transcript\",\"sourceEventId\":\"e9\","
            + "\"sourceTimestamp\":\"2026-03-01T08:30:00Z\",\"usedTokens\":9000,\"availableTokens\":10000}";

    @TempDir
    Path data;

    private final FakeTraceStore traces = new FakeTraceStore();
    private final ListAuditLog audit = new ListAuditLog();
    private final Kept kept = new Kept();
    private Posting posting;

    @BeforeEach
    void open() {
        posting = new Posting(
                data,
                new CheckpointSaveResource(
                        kept, kept, new RunEvidence(traces, audit), Clock.fixed(NOW, ZoneOffset.UTC)),
                new CheckpointResource(kept));
    }

    @AfterEach
    void close() throws Exception {
        posting.close();
    }

    @Test
    void takesAStateAndGivesItBackInTheSameForm() {
        Answer saved = posting.post(PATH, "agent", STATE);
        JsonNode restored = Posting.json(posting.get(PATH + "/t1", "agent"));

        assertThat(Posting.json(saved).toString())
                .isEqualTo("{\"status\":\"saved\",\"checkpointKind\":\"completion\",\"messageCount\":3,"
                        + "\"meaningfulExchangeCount\":1,\"dedupeHash\":\"d\",\"flushDue\":true}");
        assertThat(restored.get("conversationHistory").toString())
                .isEqualTo("[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Move the ferry\"}],"
                        + "\"at\":\"2026-03-01T08:00:00Z\"},{\"role\":\"assistant\",\"content\":[{\"type\":"
                        + "\"tool_call\",\"id\":\"c\",\"name\":\"mv\",\"arguments\":\"{}\"}]},{\"role\":\"user\","
                        + "\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"c\",\"content\":\"done\"},"
                        + "{\"type\":\"image\"}]}]");
        assertThat(restored.get("trackerState").toString())
                .isEqualTo("{\"files\":[\"a.md\"],\"n\":2,\"open\":true,\"x\":1.5}");
        assertThat(restored.get("structuredSummary").get("decisions").get(0).asText())
                .isEqualTo("Leave at noon");
        assertThat(restored.get("evidencePacket").get("spanCount").asInt()).isEqualTo(1);
        assertThat(restored.get("resumeStrategy").asText()).isEqualTo("transcript");
        assertThat(restored.get("sourceEventId").asText()).isEqualTo("e9");
        assertThat(restored.get("origin").asText()).isEqualTo("stored");
    }

    @Test
    void asksWithinTheAudienceOfTheRequest() {
        posting.post(PATH, "agent", "{\"taskId\":\"t1\",\"userId\":\"ada\",\"audience\":\"group\"}");
        posting.get(PATH + "/t1?userId=ada&audience=group", "agent");

        CheckpointDraft draft = kept.drafts.get(0);
        assertThat(draft.scope()).isEqualTo(new Scope("default", "ada"));
        assertThat(draft.visibility()).isEqualTo(Visibility.SHARED);
        assertThat(draft.trigger()).isEqualTo(Trigger.SNAPSHOT);
        assertThat(draft.now()).isEqualTo(NOW);
        assertThat(kept.asked).containsExactly(new Audience(Audience.Kind.GROUP, "ada", null, null, false));
    }

    @Test
    void notesWhoHandsInTheFirstStateOfARunThatIsNotRecorded() {
        posting.post(PATH, "agent", "{\"taskId\":\"t1\"}");

        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("checkpoint.begin");
        assertThat(kept.drafts.get(0).evidence()).containsExactly(Evidence.of(Evidence.Kind.STATEMENT, "1"));
        posting.post(PATH, "agent", "{\"taskId\":\"t1\"}");
        assertThat(audit.entries).hasSize(1);
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(posting.get(PATH + "/t2", "agent").status()).isEqualTo(404);
        assertThat(posting.get(PATH + "/t2?what=1", "agent").status()).isEqualTo(400);
        assertThat(posting.get(PATH + "/t2?audience=all", "agent").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"taskId\":\"t\",\"trigger\":\"soon\"}",
                "{\"taskId\":\"t\",\"trackerState\":[]}",
                "{\"taskId\":\"t\",\"resumeStrategy\":\"any\"}",
                "{\"taskId\":\"t\",\"usedTokens\":-1}",
                "{\"taskId\":\"t\",\"sourceTimestamp\":\"soon\"}",
                "{\"taskId\":\"t\",\"messages\":[{}]}",
                "{\"taskId\":\"t\",\"what\":1}"
            })
    void refusesABadState(String body) {
        assertThat(posting.post(PATH, "agent", body).status()).isEqualTo(400);
        assertThat(audit.entries).isEmpty();
    }

    /** Keeps the last state. */
    private static final class Kept implements SessionKeeping, Checkpoints {

        private final List<CheckpointDraft> drafts = new ArrayList<>();
        private final List<Audience> asked = new ArrayList<>();

        private @Nullable Checkpoint last;

        @Override
        public CheckpointReceipt keep(CheckpointDraft draft) {
            drafts.add(draft);
            last = new Checkpoint(
                    draft.taskId(),
                    Kind.COMPLETION,
                    Origin.STORED,
                    "m1",
                    draft.now(),
                    draft.state(),
                    1,
                    new Structured("result", "x", List.of("Leave at noon"), List.of(), List.of(), List.of()),
                    new Packet(NOW, "h", List.of(new Said("message:0", NOW, "user_message", "Move"))),
                    "d");
            return new CheckpointReceipt(Status.SAVED, last, true);
        }

        @Override
        public boolean knows(Scope scope, String taskId) {
            return last != null;
        }

        @Override
        public CheckpointReceipt save(CheckpointDraft draft) {
            throw new UnsupportedOperationException("The keeping is asked, not the role");
        }

        @Override
        public Optional<Checkpoint> restore(Scope scope, Audience audience, String taskId) {
            asked.add(audience);
            return Optional.ofNullable(last).filter(state -> state.taskId().equals(taskId));
        }

        @Override
        public int forget(Scope scope, List<String> texts) {
            return 0;
        }
    }
}
