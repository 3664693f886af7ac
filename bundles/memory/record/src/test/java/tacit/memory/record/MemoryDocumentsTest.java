package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class MemoryDocumentsTest {

    @Test
    void tellsThingsOfTheGraphFromOtherMemories(Database database) {
        SqlMemoryStore store = new SqlMemoryStore(database, Samples.CLOCK);
        store.add(Samples.draft("archive", "tea at nine", MemoryScope.WORKSPACE, null, "t1"));
        store.add(Samples.draft("graph", "Lisbon", MemoryScope.WORKSPACE, null, "t2"));
        List<SearchDocument> read = new ArrayList<>();

        new MemoryDocuments(database, store).read(read::addAll);

        assertThat(read)
                .extracting(document -> document.type() + " " + document.text())
                .containsExactly("memory tea at nine", "knowledge_graph Lisbon");
    }

    @Test
    void putsWhatWasSaidInARunTogether(Database database) {
        SqlMemoryStore store = new SqlMemoryStore(database, Samples.CLOCK);
        MemoryDraft said = Samples.draft("context", "tea at nine", MemoryScope.WORKSPACE, null, "t1");
        store.add(with(said, Map.of("task", "t1", "seq", "7")));
        store.add(with(Samples.draft("context", "no place", MemoryScope.WORKSPACE, null, "t2"), Map.of("seq", "x")));
        List<SearchDocument> read = new ArrayList<>();

        new MemoryDocuments(database, store).read(read::addAll);

        assertThat(read)
                .extracting(document -> document.type() + " " + document.group() + " " + document.position())
                .containsExactly("context context:t1 7", "context context: 0");
    }

    private static MemoryDraft with(MemoryDraft draft, Map<String, String> attributes) {
        return new MemoryDraft(
                draft.workspaceId(),
                draft.layer(),
                draft.kind(),
                draft.subject(),
                draft.text(),
                draft.scope(),
                draft.visibility(),
                draft.lane(),
                draft.evidence(),
                draft.confidence(),
                null,
                null,
                draft.key(),
                new TreeMap<>(attributes));
    }
}
