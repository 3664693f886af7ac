package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.index.Documents.document;
import static tacit.memory.index.Documents.ids;
import static tacit.memory.index.Documents.query;
import static tacit.memory.index.Documents.turn;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Scope;

/** What is deleted leaves what was made of it together with others, and nothing else goes with it. */
class DeletionTest {

    @TempDir
    Path folder;

    private LuceneIndex open() {
        return new LuceneIndex(folder, List.of(new FakeEmbedder()), Clock.systemUTC(), Documents.LATER);
    }

    @Test
    void aDeletedTextLeavesTheWindowsOfAllWhoShareItsPlace() throws Exception {
        List<SearchDocument> parts = new ArrayList<>(List.of(turn("g", 1, "before"), turn("g", 3, "behind")));
        for (int part = 0; part < 11; part++) {
            parts.add(document("part" + part, "g", 2, "zyxwvutsrq" + part, Visibility.SHARED, null));
        }
        try (LuceneIndex index = open()) {
            index.put(parts);
            index.settle();
            index.put(List.of(turn("g", 0, "one more")));
            for (String gone : List.of("g/1", "g/3")) {
                index.delete("w", List.of(gone));

                String word = gone.equals("g/1") ? "before" : "behind";
                assertThat(index.search(query(word)).hits())
                        .noneMatch(hit -> hit.signals().containsKey("bm25.window1")
                                || hit.signals().containsKey("bm25.window2")
                                || (hit.before() + hit.after()).contains(word));
            }
        }
    }

    @Test
    void clearsAUserAndLeavesTheOthers() throws Exception {
        try (LuceneIndex index = open()) {
            index.put(List.of(
                    Documents.owned("a", "plum", Visibility.SHARED, "ann"),
                    Documents.owned("b", "plum", Visibility.SHARED, "bob")));
            index.settle();

            index.clear(new Scope("w", "ann"));

            assertThat(ids(index, "plum")).containsExactly("b");
            index.clear(Scope.ofWorkspace("w"));
            assertThat(ids(index, "plum")).isEmpty();
            assertThat(index.status().documents()).isZero();
        }
    }
}
