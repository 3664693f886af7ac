package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.index.Documents.turn;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchQuery;
import tacit.api.recall.SearchQuery.Depth;
import tacit.api.store.Scope;

class GlanceTest {

    private static final Scope SCOPE = Scope.ofWorkspace("w");

    @TempDir
    Path folder;

    private final FakeEmbedder model = new FakeEmbedder();
    private LuceneIndex index;

    @BeforeEach
    void open() throws Exception {
        index = new LuceneIndex(folder, List.of(model), Clock.systemUTC(), Documents.LATER);
        index.put(List.of(
                turn("a", 1, "a kitten sat there"), turn("a", 2, "the opera in Vienna"), turn("b", 1, "opera, opera")));
        index.settle();
    }

    @AfterEach
    void close() {
        index.close();
    }

    private SearchAnswer glance(Audience audience, String text) {
        return index.search(new SearchQuery(SCOPE, audience, text, List.of(), null, null, null, 10, Depth.GLANCE));
    }

    private List<String> ids(String text) {
        return glance(Audience.ofUser(null), text).hits().stream()
                .map(hit -> hit.document().id())
                .toList();
    }

    @Test
    void looksAtTheWordsOfTheDocumentsAlone() {
        assertThat(ids("opera")).containsExactly("b/1", "a/2");
        assertThat(ids("dog")).isEmpty();
        assertThat(ids("there in Vienna")).containsExactlyInAnyOrder("a/1", "a/2");
    }

    @Test
    void asksNoModelAndMeasuresNothing() {
        model.failing = true;

        SearchAnswer answer = glance(Audience.ofUser(null), "opera");

        assertThat(answer.vectors()).isFalse();
        assertThat(answer.hits().get(0).signals()).containsOnlyKeys("rank.text", "rank.stem", "fused");
        assertThat(index.status().words()).doesNotContain("fails at a query");
    }

    @Test
    void showsNobodyWhatIsNotForThem() throws Exception {
        index.put(List.of(Documents.owned("x", "her opera diary", Visibility.PRIVATE, "anna")));
        index.settle();

        assertThat(ids("diary")).isEmpty();
        Audience group = new Audience(Audience.Kind.GROUP, "anna", null, null, false);
        assertThat(glance(group, "diary").hits()).isEmpty();
    }
}
