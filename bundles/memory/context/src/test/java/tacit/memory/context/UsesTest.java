package tacit.memory.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.EachDatabase;

final class UsesTest {

    private static final Scope SCOPE = Scope.ofWorkspace("w");

    private static String stored(SqlMemoryStore memories, String text) {
        return memories.add(new MemoryDraft(
                        "w",
                        "archive",
                        "observation",
                        "",
                        text,
                        MemoryScope.WORKSPACE,
                        Visibility.SHARED,
                        TrustLane.STATEMENT,
                        List.of(Evidence.of(Evidence.Kind.STATEMENT, "1")),
                        0.8,
                        null,
                        null,
                        null,
                        new TreeMap<>()))
                .record()
                .id();
    }

    private static long uses(SqlMemoryStore memories, String id) {
        return memories.find(SCOPE, id).orElseThrow().uses();
    }

    private static SqlMemoryStore memories(Database database) {
        return new SqlMemoryStore(database, Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    @EachDatabase
    void countsEachPromptThoughTheyAreWrittenTogether(Database database) {
        SqlMemoryStore memories = memories(database);
        String often = stored(memories, "The report is due on Friday");
        String once = stored(memories, "The ledger is kept in euros");
        try (Uses uses = new Uses(memories)) {
            uses.add(SCOPE, List.of(often, once));
            uses.add(SCOPE, List.of(often));
            uses.write();

            assertThat(uses(memories, often)).isEqualTo(2);
            assertThat(uses(memories, once)).isEqualTo(1);

            uses.write();

            assertThat(uses(memories, often)).isEqualTo(2);
        }
    }

    @EachDatabase
    void countsWhatWaitsAtTheEndAndNothingAfterIt(Database database) {
        SqlMemoryStore memories = memories(database);
        String id = stored(memories, "The report is due on Friday");
        Uses uses = new Uses(memories);
        uses.add(SCOPE, List.of(id));

        uses.close();
        uses.add(SCOPE, List.of(id));
        uses.close();

        assertThat(uses(memories, id)).isEqualTo(1);
    }
}
