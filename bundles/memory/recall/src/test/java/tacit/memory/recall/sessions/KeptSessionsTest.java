package tacit.memory.recall.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.Journal;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.Visibility;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.CheckpointDraft.Trigger;
import tacit.api.recall.CheckpointReceipt;
import tacit.api.recall.CheckpointReceipt.Status;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionState;
import tacit.api.recall.SessionState.Resume;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.archive.StoredArchive;
import tacit.memory.index.LuceneIndex;
import tacit.memory.journal.DailyLogs;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.transcripts.StoredCheckpoints;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class KeptSessionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Scope SCOPE = Scope.ofWorkspace("w");
    private static final String SUMMARY =
            "Decisions:\n- Leave at noon\nOpen loops:\n- Who pays?\nKey findings:\n- The bay is closed";

    @TempDir
    Path temporary;

    private final SqlMemoryStore store;
    private final KeptSessions sessions = new KeptSessions();
    private LuceneIndex index;

    KeptSessionsTest(Database database) {
        store = new SqlMemoryStore(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void open() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("workspace"));
        FolderFiles files = FolderFiles.of(folder);
        index = new LuceneIndex(temporary.resolve("index"), List.of(), Clock.systemUTC());
        sessions.checkpoints =
                new StoredCheckpoints(store, files, Configurations.of(StoredCheckpoints.Config.class, Map.of()));
        sessions.archive = new StoredArchive(
                store,
                index,
                new OpenGate(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Configurations.of(StoredArchive.Config.class, Map.of()));
        sessions.journal = new DailyLogs(files);
        sessions.workspaces = new OneFolder(Optional.of(folder.toString()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private CheckpointReceipt keep(String summary) {
        return keep(SCOPE, Visibility.PRIVATE, summary);
    }

    private CheckpointReceipt keep(Scope scope, Visibility visibility, String summary) {
        return sessions.keep(new CheckpointDraft(
                scope,
                visibility,
                "t1",
                Trigger.SNAPSHOT,
                new SessionState(
                        List.of(SessionMessage.of("user", "Plan the trip")),
                        new TreeMap<>(),
                        "",
                        summary,
                        "",
                        new TreeMap<>(),
                        Resume.CHECKPOINT,
                        null,
                        null),
                0,
                0,
                NOW,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1"))));
    }

    private List<MemoryRecord> archived() {
        return store.list(SCOPE, MemoryFilter.active("archive"), PageRequest.first(10))
                .rows();
    }

    private String day() throws IOException {
        Path log = temporary.resolve("workspace/.cowork/memory/daily/2026-03-01.md");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Test
    void keepsWhatIsSummedUpBeforeACompactionBeforeOthersInTheJournal() throws IOException {
        CheckpointReceipt receipt = keep(SCOPE, Visibility.SHARED, SUMMARY);

        assertThat(receipt.status()).isEqualTo(Status.SAVED);
        assertThat(day()).contains("Leave at noon", "Who pays?", "The bay is closed", "pre-compaction", "t1");
        assertThat(archived()).isEmpty();
    }

    @Test
    void keepsWhatIsPrivateToAUserForThatUserInTheArchiveAndNotInTheJournal() throws IOException {
        CheckpointReceipt receipt = keep(new Scope("w", "ada"), Visibility.PRIVATE, SUMMARY);

        assertThat(receipt.status()).isEqualTo(Status.SAVED);
        assertThat(day()).isEmpty();
        assertThat(archived()).singleElement().satisfies(memory -> {
            assertThat(memory.kind()).isEqualTo("summary");
            assertThat(memory.text()).contains("Leave at noon");
            assertThat(memory.scope()).isEqualTo(MemoryScope.ofUser("ada"));
        });
    }

    @Test
    void keepsWhatIsPrivateToSomebodyUnknownPrivateAndNotInTheJournal() throws IOException {
        CheckpointReceipt receipt = keep(SCOPE, Visibility.PRIVATE, SUMMARY);

        assertThat(receipt.status()).isEqualTo(Status.SAVED);
        assertThat(day()).isEmpty();
        assertThat(archived()).singleElement().satisfies(memory -> {
            assertThat(memory.text()).contains("Leave at noon");
            assertThat(memory.visibility()).isEqualTo(Visibility.PRIVATE);
        });
    }

    @Test
    void keepsAMereSnapshotAsACheckpointOnly() throws IOException {
        assertThat(keep("").status()).isEqualTo(Status.SAVED);

        assertThat(archived()).isEmpty();
        assertThat(day()).isEmpty();
        assertThat(sessions.checkpoints.restore(SCOPE, Audience.ofUser(null), "t1"))
                .isPresent();
    }

    @Test
    void keepsASummaryOnce() throws IOException {
        keep(SUMMARY);
        keep(new Scope("v", null), Visibility.SHARED, SUMMARY);
        String before = day();

        assertThat(keep(SUMMARY).status()).isEqualTo(Status.UNCHANGED);
        assertThat(keep(new Scope("v", null), Visibility.SHARED, SUMMARY).status())
                .isEqualTo(Status.UNCHANGED);

        assertThat(archived()).hasSize(1);
        assertThat(day()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void writesNoJournalWithoutAFolder() throws IOException {
        sessions.workspaces = new OneFolder(Optional.empty());

        assertThat(keep(SCOPE, Visibility.SHARED, SUMMARY).status()).isEqualTo(Status.SAVED);

        assertThat(day()).isEmpty();
    }

    @Test
    void keepsTheStateWhateverBecomesOfTheRest() {
        sessions.journal = new BrokenJournal();
        sessions.archive = null;

        assertThat(keep(SCOPE, Visibility.SHARED, SUMMARY).status()).isEqualTo(Status.SAVED);
    }

    @Test
    void keepsNothingWhereNobodyKeepsCheckpoints() {
        sessions.checkpoints = null;

        assertThat(keep(SUMMARY).status()).isEqualTo(Status.OFF);
        assertThat(sessions.forget(SCOPE, List.of(), List.of("Plan the trip"))).isZero();
    }

    @Test
    void takesBackWhatTheEvidenceForgets() {
        keep("");

        assertThat(sessions.forget(SCOPE, List.of(), List.of("Plan the trip"))).isEqualTo(1);
        assertThat(sessions.forgetUser(new Scope("w", "ada"))).isZero();
        assertThat(sessions.checkpoints.restore(SCOPE, Audience.ofUser(null), "t1"))
                .isEmpty();
    }

    /** A journal that takes nothing. */
    private static final class BrokenJournal implements Journal {

        private static IllegalStateException broken() {
            return new IllegalStateException("Broken");
        }

        @Override
        public void append(String workspaceId, JournalEntry entry) {
            throw broken();
        }

        @Override
        public Optional<String> day(String workspaceId, String day) {
            throw broken();
        }

        @Override
        public List<String> days(String workspaceId, int most) {
            throw broken();
        }

        @Override
        public boolean summarize(String workspaceId, String day, Instant now) {
            throw broken();
        }

        @Override
        public int countRecentSummaries(String workspaceId, Instant now, int days) {
            throw broken();
        }
    }
}
