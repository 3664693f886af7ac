package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.transcripts.Folder.ALONE;
import static tacit.memory.transcripts.Folder.NOW;
import static tacit.memory.transcripts.Folder.SCOPE;
import static tacit.memory.transcripts.Folder.query;
import static tacit.memory.transcripts.States.history;
import static tacit.memory.transcripts.States.state;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.Visibility;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Kind;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.CheckpointDraft.Trigger;
import tacit.api.recall.CheckpointReceipt;
import tacit.api.recall.CheckpointReceipt.Status;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;
import tacit.api.recall.SessionState;
import tacit.api.recall.SessionState.Resume;
import tacit.api.recall.TranscriptHit;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredCheckpointsTest {

    @TempDir
    Path temporary;

    private final SqlMemoryStore store;
    private Folder folder;
    private StoredCheckpoints checkpoints;

    StoredCheckpointsTest(Database database) {
        store = new SqlMemoryStore(database, Clock.systemUTC());
    }

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(temporary, store);
        checkpoints = with(Map.of());
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private StoredCheckpoints with(Map<String, ?> settings) {
        return new StoredCheckpoints(store, folder.files, Configurations.of(StoredCheckpoints.Config.class, settings));
    }

    private CheckpointReceipt save(Trigger trigger, SessionState state) {
        return checkpoints.save(States.draft("t1", trigger, state));
    }

    private Checkpoint restored() {
        return checkpoints.restore(SCOPE, ALONE, "t1").orElseThrow();
    }

    @Test
    void tr01RestoresACompletionCheckpointAsItWasSaved() {
        List<SessionMessage> history = new ArrayList<>(history(3));
        history.add(new SessionMessage(
                "assistant",
                List.of(
                        new Block(BlockKind.TEXT, "", "", "I look"),
                        new Block(BlockKind.TOOL_CALL, "c1", "ls", "{\"path\":\".\"}")),
                NOW));
        history.add(new SessionMessage("user", List.of(new Block(BlockKind.TOOL_RESULT, "c1", "", "a.md")), null));
        SessionState state = new SessionState(
                history,
                new TreeMap<>(Map.of("files", List.of("a.md"), "count", 2L, "nested", Map.of("done", true))),
                "First look, then write",
                "",
                "Decisions:\n- Leave at noon\nOpen loops:\n- Who pays?",
                new TreeMap<>(Map.of("tokens", 300L, "cost", 0.5)),
                Resume.TRANSCRIPT,
                "e9",
                NOW);

        Checkpoint saved = save(Trigger.COMPLETED, state).checkpoint();
        Checkpoint restored = restored();

        assertThat(restored).isEqualTo(saved);
        assertThat(restored.state()).isEqualTo(state);
        assertThat(restored.kind()).isEqualTo(Kind.COMPLETION);
        assertThat(restored.structured().decisions()).containsExactly("Leave at noon");
        assertThat(restored.structured().openLoops()).containsExactly("Who pays?");
        assertThat(restored.exchanges()).isEqualTo(4);
        assertThat(restored.evidence().spans())
                .extracting(Checkpoint.Said::id)
                .containsExactly("message:0", "message:1", "message:2", "message:3");
        assertThat(restored.evidence().hash()).hasSize(64);
    }

    @Test
    void keepsTheLastStateOfARunOnly() {
        save(Trigger.SNAPSHOT, state(history(500), "", ""));
        CheckpointReceipt second = save(Trigger.SNAPSHOT, state(history(2), "They met", ""));

        assertThat(second.status()).isEqualTo(Status.SAVED);
        assertThat(restored().state().history()).isEqualTo(history(2));
        assertThat(restored().kind()).isEqualTo(Kind.PRE_COMPACTION);
        assertThat(store.list(SCOPE, MemoryFilter.active("transcript"), PageRequest.first(100))
                        .rows())
                .noneMatch(memory -> memory.attributes().toString().contains("message 400"));
    }

    @Test
    void keepsALongHistoryInPieces() {
        String text = "lorem ipsum dolor ".repeat(12_000);
        List<SessionMessage> history = List.of(SessionMessage.of("user", text), SessionMessage.of("assistant", "ok"));

        save(Trigger.SNAPSHOT, state(history, "", ""));

        assertThat(restored().state().history()).isEqualTo(history);
    }

    @Test
    void keepsNoSecretThatStandsWhereAHistoryIsCut() {
        String key = "-----BEGIN PRIVATE KEY-----\n" + "QUJDREVG\n".repeat(8_000) + "-----END PRIVATE KEY-----";

        save(Trigger.SNAPSHOT, state(List.of(SessionMessage.of("user", "x ".repeat(14_000) + key)), "", ""));

        assertThat(restored().state().history().toString())
                .contains("[REDACTED_PRIVATE_KEY]")
                .doesNotContain("QUJDREVG");
    }

    @Test
    void keepsAStateFromTimeToTime() {
        assertThat(save(Trigger.EXCHANGE, state(history(11), "", "")).status()).isEqualTo(Status.NOT_DUE);
        assertThat(save(Trigger.EXCHANGE, state(history(12), "", "")).status()).isEqualTo(Status.SAVED);
        save(Trigger.SNAPSHOT, state(history(13), "", ""));
        assertThat(save(Trigger.EXCHANGE, state(history(12), "Other", "")).status())
                .isEqualTo(Status.UNCHANGED);
        assertThat(save(Trigger.EXCHANGE, state(history(24), "", "")).status()).isEqualTo(Status.SAVED);
        assertThat(restored().kind()).isEqualTo(Kind.PERIODIC);
    }

    @Test
    void keepsTheSameStateOnce() {
        save(Trigger.SNAPSHOT, state(history(3), "", ""));

        assertThat(save(Trigger.SNAPSHOT, state(history(3), "", "")).status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void keepsNoEndOfWhichNothingCame() {
        assertThat(save(Trigger.COMPLETED, state(history(3), "", " ")).status()).isEqualTo(Status.NOT_DUE);
        assertThat(checkpoints.restore(SCOPE, ALONE, "t1")).isEmpty();
    }

    @Test
    void keepsNothingWhereItIsOff() {
        checkpoints = with(Map.of("enabled", false));

        assertThat(save(Trigger.SNAPSHOT, state(history(3), "", "")).status()).isEqualTo(Status.OFF);
        assertThat(checkpoints.knows(SCOPE, "t1")).isFalse();
    }

    @Test
    void saysWhenItIsTimeToSumUp() {
        SessionState state = state(history(4), "", "");
        assertThat(full("t1", state, 8_000, NOW).flushDue()).isFalse();
        assertThat(full("t1", state, 8_800, NOW).flushDue()).isTrue();
        assertThat(full("t2", state(history(3), "", ""), 9_900, NOW).flushDue()).isFalse();

        full("t1", state(history(4), "They met", ""), 9_000, NOW);

        assertThat(full("t1", state, 9_900, NOW.plusSeconds(119)).flushDue()).isFalse();
        assertThat(full("t1", state, 9_249, NOW.plusSeconds(120)).flushDue()).isFalse();
        assertThat(full("t1", state, 9_250, NOW.plusSeconds(120)).flushDue()).isTrue();
    }

    private CheckpointReceipt full(String task, SessionState state, long used, Instant now) {
        CheckpointDraft draft = States.draft(task, Trigger.SNAPSHOT, state);
        return checkpoints.save(new CheckpointDraft(
                draft.scope(), draft.visibility(), task, draft.trigger(), state, used, 10_000, now, draft.evidence()));
    }

    @Test
    void showsAStateToItsUserAlone() {
        CheckpointDraft draft = States.draft("t1", Trigger.SNAPSHOT, state(history(3), "Meet at copper bay", ""));
        Scope ada = new Scope("w", "ada");
        checkpoints.save(new CheckpointDraft(
                ada, Visibility.PRIVATE, "t1", draft.trigger(), draft.state(), 0, 0, NOW, draft.evidence()));

        assertThat(checkpoints.restore(ada, Audience.ofUser("ada"), "t1")).isPresent();
        assertThat(checkpoints.restore(new Scope("w", "bob"), Audience.ofUser("bob"), "t1"))
                .isEmpty();
        assertThat(checkpoints.restore(SCOPE, ALONE, "t1")).isEmpty();
        assertThat(checkpoints.restore(ada, new Audience(Audience.Kind.GROUP, "ada", null, null, false), "t1"))
                .isEmpty();
        assertThat(checkpoints.restore(Scope.ofWorkspace("other"), ALONE, "t1")).isEmpty();
        assertThat(folder.sessions.search(query("copper bay", null, 5))).isEmpty();
    }

    @Test
    void findsTheWordsOfAState() throws IOException {
        folder.checkpoint("t1", "{\"timestamp\":100,\"planSummary\":\"copper bay in a file\"}");
        save(Trigger.SNAPSHOT, state(history(3), "Meet at copper bay", ""));

        assertThat(folder.sessions.search(query("copper bay", null, 5)))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.type()).isEqualTo("checkpoint");
                    assertThat(hit.taskId()).isEqualTo("t1");
                    assertThat(hit.attributes()).containsEntry("checkpoint_kind", "pre_compaction");
                });
        assertThat(folder.sessions.search(query("copper bay", "t2", 5)))
                .extracting(TranscriptHit::id)
                .isEmpty();
    }

    @Test
    void emptiesAStateThatHoldsAForgottenText() {
        save(Trigger.SNAPSHOT, state(List.of(SessionMessage.of("user", "My code is\n\"heliotrope\"")), "", ""));

        assertThat(checkpoints.forget(SCOPE, List.of("nothing of that"))).isZero();
        assertThat(checkpoints.forget(SCOPE, List.of("My code is\n\"heliotrope\"")))
                .isEqualTo(1);

        assertThat(checkpoints.restore(SCOPE, ALONE, "t1")).isEmpty();
        assertThat(folder.sessions.search(query("heliotrope", null, 5))).isEmpty();
        assertThat(save(Trigger.SNAPSHOT, state(history(2), "", "")).status()).isEqualTo(Status.SAVED);
        assertThat(restored().state().history()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"periodic_exchanges, 0", "periodic_exchanges, 1001", "flush_slack, -1", "flush_slack, 100001"})
    void refusesSettingsOutOfBounds(String setting, int value) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(Map.of(setting, value)));
    }

    @Test
    void readsItsSettings() {
        checkpoints = with(Map.of("periodic_exchanges", 2, "flush_slack", 5_000));

        assertThat(save(Trigger.EXCHANGE, state(history(2), "", "")).status()).isEqualTo(Status.SAVED);
        assertThat(full("t2", state(history(4), "", ""), 5_000, NOW.plus(Duration.ofDays(1)))
                        .flushDue())
                .isTrue();
    }

    @Test
    void refusesAStateThatIsTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> save(Trigger.SNAPSHOT, state(history(1), "x".repeat(80_001), "")));
        assertThat(checkpoints.knows(SCOPE, "t1")).isFalse();
    }
}
