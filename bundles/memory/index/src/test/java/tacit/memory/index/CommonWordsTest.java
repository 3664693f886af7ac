package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchQuery;
import tacit.api.recall.SearchQuery.Depth;
import tacit.api.store.Scope;

/** Words that stand in more rows than a search looks through. */
class CommonWordsTest {

    private static final int ROWS = 24_000;
    private static final int BATCH = 2_000;

    @TempDir
    static Path folder;

    private static LuceneIndex index;

    @BeforeAll
    static void fill() throws Exception {
        index = new LuceneIndex(folder, List.of(), Clock.systemUTC(), Documents.LATER);
        index.put(List.of(Documents.owned("old", "report the status", Visibility.PRIVATE, "ada")));
        for (int from = 0; from < ROWS; from += BATCH) {
            List<SearchDocument> batch = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                String rare = i == 17 ? " walrus" : "";
                batch.add(Documents.owned("n" + i, "report the status" + rare, Visibility.PRIVATE, "ben"));
            }
            index.put(batch);
        }
        index.settle();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static List<String> found(String user, String text) {
        SearchQuery query = new SearchQuery(
                Scope.ofWorkspace("w"), Audience.ofUser(user), text, List.of(), null, null, null, 10, Depth.GLANCE);
        return index.search(query).hits().stream()
                .map(hit -> hit.document().id())
                .toList();
    }

    @Test
    void looksThroughWhatWasPutLast() {
        List<String> found = found("ben", "status report");

        assertThat(found).hasSize(10);
        assertThat(found).allSatisfy(id -> assertThat(Integer.parseInt(id.substring(1)))
                .isGreaterThan(ROWS - 20_000 - ROWS / 20 - 100));
    }

    @Test
    void looksThroughEverythingThatHoldsARareWord() {
        assertThat(found("ben", "status of the walrus")).first().isEqualTo("n17");
    }

    @Test
    void looksThroughEverythingOfWhomeverOwnsLittle() {
        assertThat(found("ada", "status report")).containsExactly("old");
    }
}
