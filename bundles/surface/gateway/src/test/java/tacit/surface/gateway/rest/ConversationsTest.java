package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import tacit.api.recall.ContextCompaction;
import tacit.api.recall.ContextDetails;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextQuery;
import tacit.api.recall.ContextReceipt;
import tacit.api.recall.ContextRecording;
import tacit.api.recall.DurableContext;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.runtime.testkit.ListAuditLog;
import tacit.surface.gateway.RunningGateway.Answer;

class ConversationsTest {

    private static final String MESSAGES = "/v1/memory/context";
    private static final String SUMMARIES = "/v1/memory/context/summaries";
    private static final String CLEAR = "/v1/memory/context/clear";

    @TempDir
    Path data;

    private final FakeTraceStore traces = new FakeTraceStore();
    private final ListAuditLog audit = new ListAuditLog();
    private final Asked context = new Asked();
    private Posting posting;

    @BeforeEach
    void open() {
        RunEvidence evidence = new RunEvidence(traces, audit);
        posting = new Posting(
                data,
                new ContextMessagesResource(context, evidence),
                new ContextSummariesResource(context, evidence),
                new ContextClearResource(context, audit));
    }

    @AfterEach
    void close() throws Exception {
        posting.close();
    }

    @Test
    void takesMessagesOfEveryForm() {
        Answer answer = posting.post(
                MESSAGES,
                "agent",
                "{\"taskId\":\"t1\",\"appended\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\","
                        + "\"at\":\"2026-03-01T10:00:00Z\"},{\"role\":\"assistant\",\"content\":["
                        + "{\"type\":\"text\",\"text\":\"I look\"},{\"type\":\"tool_use\",\"id\":\"c1\",\"name\":\"ls\","
                        + "\"input\":{\"path\":\".\"}},{\"type\":\"image\"}]},{\"role\":\"user\",\"content\":["
                        + "{\"type\":\"tool_result\",\"tool_use_id\":\"c1\",\"is_error\":false,"
                        + "\"content\":[{\"type\":\"text\",\"text\":\"a.md\"}]}]}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Posting.json(answer).toString()).isEqualTo("{\"added\":3,\"known\":0,\"skipped\":0}");
        ContextRecording recording = context.recordings.get(0);
        assertThat(recording.appended()).isTrue();
        assertThat(recording.messages().get(0).at()).isNotNull();
        assertThat(recording.messages())
                .extracting(SessionMessage::blocks)
                .containsExactly(
                        List.of(new Block(BlockKind.TEXT, "", "", "Hello")),
                        List.of(
                                new Block(BlockKind.TEXT, "", "", "I look"),
                                new Block(BlockKind.TOOL_CALL, "c1", "ls", "{\"path\":\".\"}"),
                                new Block(BlockKind.IMAGE, "", "", "")),
                        List.of(new Block(BlockKind.TOOL_RESULT, "c1", "", "a.md")));
    }

    @Test
    void namesTheRunAsEvidenceWhereItIsRecorded() {
        traces.traces.add(Trace.builder("t1").build());

        posting.post(MESSAGES, "agent", "{\"taskId\":\"t1\",\"messages\":[]}");

        assertThat(context.recordings.get(0).evidence()).containsExactly(Evidence.of(Evidence.Kind.TRACE, "t1"));
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void notesWhoBeganAConversationOfARunThatIsNotRecorded() {
        posting.post(MESSAGES, "agent", "{\"taskId\":\"t1\",\"messages\":[]}");
        context.known = true;
        posting.post(MESSAGES, "agent", "{\"taskId\":\"t1\",\"messages\":[]}");

        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("context.begin");
            assertThat(entry.subject()).isEqualTo("default");
            assertThat(entry.actor()).isEqualTo("agent");
        });
        assertThat(context.recordings)
                .extracting(ContextRecording::evidence)
                .containsExactly(List.of(Evidence.of(Evidence.Kind.STATEMENT, "1")), List.of());
    }

    @Test
    void keepsTheAudienceOfTheRequest() {
        posting.post(MESSAGES, "agent", "{\"taskId\":\"t\",\"userId\":\"ada\",\"audience\":\"group\",\"messages\":[]}");

        assertThat(context.recordings.get(0).visibility()).isEqualTo(Visibility.SHARED);
        assertThat(context.recordings.get(0).scope()).isEqualTo(new Scope("default", "ada"));
    }

    @Test
    void takesASummaryOfMessages() {
        Answer answer = posting.post(
                SUMMARIES,
                "agent",
                "{\"taskId\":\"t1\",\"summary\":\"They met\",\"label\":\"day\",\"proactive\":true,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");

        assertThat(Posting.json(answer).get("summaryId").asText()).isEqualTo("dcs_1");
        assertThat(context.compactions).singleElement().satisfies(compaction -> {
            assertThat(compaction.summary()).isEqualTo("They met");
            assertThat(compaction.label()).isEqualTo("day");
            assertThat(compaction.proactive()).isTrue();
            assertThat(compaction.removed().messages()).hasSize(1);
        });
    }

    @Test
    void letsOperatorsAloneTakeAway() {
        assertThat(posting.post(CLEAR, "reader", "").status()).isEqualTo(403);
        assertThat(Posting.json(posting.post(CLEAR, "operator", ""))
                        .get("removed")
                        .asInt())
                .isEqualTo(7);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("context.clear");
    }

    @Test
    void saysThatTheContextIsDisabled() {
        context.on = false;

        Answer answer = posting.post(MESSAGES, "agent", "{\"taskId\":\"t1\",\"messages\":[]}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("disabled");
        assertThat(audit.entries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[]}",
                "{\"taskId\":\"t\",\"messages\":{}}",
                "{\"taskId\":\"t\",\"messages\":[1]}",
                "{\"taskId\":\"t\",\"messages\":[{\"role\":\"user\"}]}",
                "{\"taskId\":\"t\",\"messages\":[{\"content\":\"x\"}]}",
                "{\"taskId\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"video\"}]}]}",
                "{\"taskId\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"at\":\"soon\"}]}",
                "{\"taskId\":\"t\",\"appended\":\"yes\"}",
                "{\"taskId\":\"t\",\"summary\":\"x\"}"
            })
    void refusesABadConversation(String body) {
        assertThat(posting.post(MESSAGES, "agent", body).status()).isEqualTo(400);
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void saysWhatTheMemoryRefuses() {
        context.refusing = true;

        assertThat(posting.post(MESSAGES, "agent", "{\"taskId\":\"t\",\"messages\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(posting.post(SUMMARIES, "agent", "{\"taskId\":\"t\",\"messages\":[]}")
                        .status())
                .isEqualTo(400);
    }

    /** Keeps what it was asked. */
    private static final class Asked implements DurableContext {

        private final List<ContextRecording> recordings = new ArrayList<>();
        private final List<ContextCompaction> compactions = new ArrayList<>();
        private boolean on = true;
        private boolean known;
        private boolean refusing;

        @Override
        public boolean enabled() {
            return on;
        }

        @Override
        public boolean knows(Scope scope, String taskId) {
            return known;
        }

        @Override
        public ContextReceipt record(ContextRecording recording) {
            if (refusing) {
                throw new IllegalArgumentException("evidence is not known");
            }
            recordings.add(recording);
            return new ContextReceipt(recording.messages().size(), 0, 0, null);
        }

        @Override
        public ContextReceipt compact(ContextCompaction compaction) {
            compactions.add(compaction);
            return new ContextReceipt(1, 0, 0, "dcs_1");
        }

        @Override
        public List<ContextHit> search(ContextQuery query) {
            return List.of();
        }

        @Override
        public Optional<ContextDetails> describe(
                Scope scope, Audience audience, String taskId, String id, int sources) {
            return Optional.empty();
        }

        @Override
        public int clear(Scope scope) {
            return 7;
        }

        @Override
        public int forget(Scope scope, List<String> texts) {
            return 0;
        }
    }
}
