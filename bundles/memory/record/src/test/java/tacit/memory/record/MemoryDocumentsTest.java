package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
