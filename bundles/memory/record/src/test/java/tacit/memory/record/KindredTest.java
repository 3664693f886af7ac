package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.WORKSPACE;
import static tacit.memory.record.Samples.draft;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class KindredTest {

    private static final MemoryScope NORA = MemoryScope.ofUser("nora");

    private SqlMemoryStore store;
    private Kindred kindred;
    private String told;

    @BeforeEach
    void open(Database database) {
        store = new SqlMemoryStore(database, CLOCK);
        kindred = new Kindred(database);
        told = id(draft("Nora likes oolong", NORA, null, "t1"));
    }

    @Test
    void takesWhatSaysTheSameOnTheWordOfTheSameRun() {
        String quoting = id(draft("Noted: Nora likes oolong", MemoryScope.WORKSPACE, null, "t1"));
        String concluded = id(from("Nora likes oolong, so buy it", Evidence.Kind.MEMORY, told));
        String span = id(from("Nora likes oolong?", Evidence.Kind.SPAN, "t1/s1"));
        id(draft("Nora likes oolong", MemoryScope.WORKSPACE, null, "t2"));
        id(draft("Something else", MemoryScope.WORKSPACE, null, "t1"));
        id(draft("Nora likes oolong", MemoryScope.ofUser("ben"), null, "t1"));

        assertThat(kindred.wordedLike(SCOPE, List.of(told))).containsExactlyInAnyOrder(told, quoting, concluded, span);
    }

    @Test
    void keepsThemWhereOnlyTheMemoryIsDeleted() {
        String quoting = id(draft("Noted: Nora likes oolong", MemoryScope.WORKSPACE, null, "t1"));

        assertThat(store.delete(SCOPE, List.of(told), false)).isEqualTo(1);

        assertThat(store.find(SCOPE, quoting)).isPresent();
    }

    @Test
    void deletesThemWithTheEvidence() {
        String quoting = id(draft("Noted: Nora likes oolong", MemoryScope.WORKSPACE, null, "t1"));

        assertThat(store.delete(SCOPE, List.of(told), true)).isEqualTo(2);

        assertThat(store.find(SCOPE, quoting)).isEmpty();
    }

    @Test
    void findsWhatWasMadeFromNothingButSomeRuns() {
        String fromRun = id(draft("An episode", MemoryScope.WORKSPACE, null, "t1"));
        String concluded = id(from("A digest", Evidence.Kind.MEMORY, fromRun));
        id(draft("Of another run", MemoryScope.WORKSPACE, null, "t2"));
        id(from("Of a file", Evidence.Kind.FILE, "t1"));

        assertThat(kindred.madeFrom(WORKSPACE, Set.of("t1"))).containsExactlyInAnyOrder(told, fromRun, concluded);
        assertThat(kindred.madeFrom(WORKSPACE, Set.of())).isEmpty();
        assertThat(kindred.madeFrom("other", Set.of("t1"))).isEmpty();
    }

    private String id(MemoryDraft draft) {
        return store.add(draft).record().id();
    }

    private static MemoryDraft from(String text, Evidence.Kind kind, String id) {
        return new MemoryDraft(
                WORKSPACE,
                "archive",
                "note",
                "tea",
                text,
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                List.of(Evidence.of(kind, id)),
                0.5,
                null,
                null,
                null,
                new TreeMap<>());
    }
}
