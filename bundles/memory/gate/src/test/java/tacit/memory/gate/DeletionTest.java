package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.gate.GateFixture.SCOPE;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.MemoryWrite.Target;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class DeletionTest {

    private GateFixture fixture;
    private SqlWriteGate gate;

    @BeforeEach
    void open(Database database) {
        fixture = new GateFixture(database);
        gate = fixture.gate("all");
    }

    @Test
    void dropsWhatAUserLeftWaiting() {
        gate.evaluate(Writes.curatedAdd("of ada"));
        gate.evaluate(Writes.of(Target.CURATED, "add", Origin.AGENT_TOOL, "content", "of all"));

        gate.cleared(new Scope("default", "ada"));

        assertThat(summaries()).containsExactly("curated add: of all");
    }

    @Test
    void dropsWhatAWorkspaceLeftWaitingOrHadReviewed() {
        String id = String.valueOf(gate.evaluate(Writes.curatedAdd("a")).pendingId());
        gate.approve(SCOPE, id, "bob", null);
        gate.evaluate(Writes.curatedAdd("b"));

        gate.cleared(Scope.ofWorkspace("other"));
        assertThat(summaries()).hasSize(2);
        gate.cleared(SCOPE);

        assertThat(summaries()).isEmpty();
        assertThatThrownBy(() -> gate.approve(SCOPE, id, "bob", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dropsWhatWouldBringAMemoryBack() {
        gate.evaluate(Writes.of(Target.CURATED, "replace", Origin.AGENT_TOOL, "id", "m9", "content", "other words"));
        gate.evaluate(Writes.of(Target.CURATED, "add", Origin.AGENT_TOOL, "content", "likes  TEA"));
        gate.evaluate(fromMemory("m9"));
        gate.evaluate(Writes.curatedAdd("Likes coffee"));

        gate.removed(List.of(memory("m9", "Likes tea")));

        assertThat(summaries()).containsExactly("curated add: Likes coffee");
    }

    @Test
    void dropsTheRecordOfAWriteWithTheMemoryItMade() {
        gate.approve(SCOPE, String.valueOf(gate.evaluate(Writes.curatedAdd("a")).pendingId()), "bob", null);

        gate.removed(List.of(memory("m1", "changed since")));

        assertThat(summaries()).isEmpty();
    }

    @Test
    void leavesWhatWaitsWhenAMemoryChanges() {
        gate.evaluate(Writes.of(Target.CURATED, "remove", Origin.AGENT_TOOL, "id", "m9"));

        gate.changed(List.of(memory("m9", "Likes tea")));

        assertThat(summaries()).hasSize(1);
        assertThat(gate.name()).isEqualTo("pending writes");
    }

    private List<String> summaries() {
        return gate.list(SCOPE, null, PageRequest.first(10)).rows().stream()
                .map(PendingWrite::summary)
                .toList();
    }

    private static MemoryWrite fromMemory(String id) {
        TreeMap<String, String> payload = new TreeMap<>();
        payload.put(MemoryWrite.CONTENT, "made of it");
        return new MemoryWrite(
                "default",
                Target.ARCHIVE,
                "capture",
                Origin.DISTILL,
                null,
                payload,
                null,
                null,
                List.of(Evidence.of(Evidence.Kind.MEMORY, id)));
    }

    static MemoryRecord memory(String id, String text) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        return new MemoryRecord(
                id,
                "default",
                "curated",
                "preference",
                "user",
                text,
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                0.85,
                null,
                null,
                MemoryState.ACTIVE,
                null,
                0,
                null,
                now,
                now,
                now,
                new TreeMap<>());
    }
}
