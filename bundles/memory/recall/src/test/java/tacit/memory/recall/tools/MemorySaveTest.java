package tacit.memory.recall.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.recall.ToolCall;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.archive.ArchiveWrites;
import tacit.memory.archive.StoredArchive;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.index.LuceneIndex;
import tacit.memory.recall.graph.Gates;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

/** The tool before the real archive and the real gate. */
@EachDatabase
class MemorySaveTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    @TempDir
    Path folder;

    private final Database database;
    private final SqlMemoryStore store;
    private LuceneIndex index;

    MemorySaveTest(Database database) {
        this.database = database;
        store = new SqlMemoryStore(database, CLOCK);
    }

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder, List.of(), CLOCK);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void keepsWhatTheAgentConcludedInTheArchive() {
        Map<String, Object> row = call(gate("off"), SCOPE, "content", "We chose Vite", "type", "decision");

        MemoryRecord kept = archive().get(0);
        assertThat(row).containsEntry("status", "stored").containsEntry("id", kept.id());
        assertThat(kept.kind()).isEqualTo("decision");
        assertThat(kept.text()).isEqualTo("We chose Vite");
        assertThat(kept.lane()).isEqualTo(TrustLane.INFERENCE);
        assertThat(kept.scope()).isEqualTo(MemoryScope.WORKSPACE);
        assertThat(kept.attribute("origin")).contains(ArchiveOrigin.TOOL.word());
        assertThat(kept.evidence()).containsExactly(Evidence.of(Evidence.Kind.TRACE, "t1"));
    }

    @Test
    void keepsWhatIsOfOneUserForThatUser() {
        call(gate("off"), new Scope("default", "ada"), "content", "Likes short answers");

        assertThat(archive().get(0).scope()).isEqualTo(MemoryScope.ofUser("ada"));
    }

    @Test
    void waitsForApprovalAndIsStoredThen() {
        SqlWriteGate gate = gate("all");

        Map<String, Object> row = call(gate, SCOPE, "content", "We chose Vite", "type", "decision");
        assertThat(row).containsEntry("status", "staged").doesNotContainKey("id");
        assertThat(archive()).isEmpty();
        PendingWrite applied = gate.approve(SCOPE, (String) row.get("pendingId"), "bob", null);

        assertThat(applied.status()).as(applied.resolution()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(archive()).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo("decision");
            assertThat(kept.text()).isEqualTo("We chose Vite");
        });
    }

    @Test
    void saysWhyItKeepsNothing() {
        assertThat(call(gate("off"), SCOPE, "content", "<no-memory> We chose Vite"))
                .containsEntry("status", "marked_no_memory")
                .doesNotContainKeys("id", "pendingId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(gate("off"), SCOPE, "content", "x", "type", "wish"))
                .withMessageContaining("type must be one of");
        assertThat(archive()).isEmpty();
    }

    @Test
    void refusesWhatComesFromNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(gate("off"), SCOPE, null, new String[] {"content", "We chose Vite"}))
                .withMessageContaining("taskId");
    }

    private SqlWriteGate gate(String mode) {
        return Gates.of(database, mode, CLOCK).writingTo(List.of(new ArchiveWrites(store, CLOCK)));
    }

    private Map<String, Object> call(SqlWriteGate gate, Scope scope, String... pairs) {
        return call(gate, scope, "t1", pairs);
    }

    private Map<String, Object> call(SqlWriteGate gate, Scope scope, @Nullable String task, String[] pairs) {
        TreeMap<String, Object> arguments = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(pairs[i], pairs[i + 1]);
        }
        StoredArchive archive =
                new StoredArchive(store, index, gate, CLOCK, Configurations.of(StoredArchive.Config.class, Map.of()));
        return new MemorySave(archive)
                .call(new ToolCall(scope, Audience.ofUser(scope.userId()), task, arguments))
                .rows()
                .get(0);
    }

    private List<MemoryRecord> archive() {
        return store.list(SCOPE, MemoryFilter.active("archive"), PageRequest.first(10))
                .rows();
    }
}
