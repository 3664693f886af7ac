package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.index.Documents.ids;
import static tacit.memory.index.Documents.query;
import static tacit.memory.index.Documents.turn;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Audience;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

class LuceneIndexTest {

    @TempDir
    Path folder;

    private final FakeEmbedder model = new FakeEmbedder();
    private LuceneIndex index;

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder, List.of(model), Clock.systemUTC(), Documents.LATER);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private SearchHit first(String text) {
        return index.search(query(text)).hits().get(0);
    }

    @Test
    void findsADocumentAsSoonAsItWasPut() {
        for (int i = 0; i < 20; i++) {
            index.put(List.of(turn("g", i, "number" + i)));

            assertThat(ids(index, "number" + i)).contains("g/" + i);
        }
    }

    @Test
    void listsTheGroupsOfAWorkspaceThatBeginSo() {
        index.put(List.of(turn("note:b", 0, "one"), turn("note:a", 0, "two"), turn("note:a", 1, "three")));
        index.put(List.of(turn("session", 0, "four"), Documents.elsewhere("v1", "five")));

        assertThat(index.groups("w", "note:")).containsExactly("note:a", "note:b");
        assertThat(index.groups("w", "note:b")).containsExactly("note:b");
        assertThat(index.groups("w", "nothing")).isEmpty();
        assertThat(index.groups("", "")).isEmpty();
        assertThat(index.groups("v", "")).containsExactly("g");
    }

    @ParameterizedTest
    @CsvSource({
        "Das Café öffnet, cafe", "Das Café öffnet, CAFÉ", "ＦＵＬＬ width, full", "ﬁne print, fine",
        "我喜欢北京烤鸭, 北京", "she was running home, run", "Straße nach Köln, koln", "Привет мир, ПРИВЕТ"
    })
    void findsAWordHoweverItIsWritten(String text, String asked) {
        index.put(List.of(turn("g", 1, text), turn("h", 1, "nothing of that kind")));

        assertThat(ids(index, asked)).startsWith("g/1");
    }

    @Test
    void findsImportedTextsLikeAllOthers() throws Exception {
        index.put(List.of(turn("import", 1, "the keyword stands here"), turn("import", 2, "a kitten on the roof")));
        index.settle();

        assertThat(ids(index, "keyword for my cat")).contains("import/1", "import/2");
    }

    @Test
    void findsByMeaningWhatHasNoWordInCommon() throws Exception {
        index.put(List.of(turn("a", 1, "a kitten sat there"), turn("b", 1, "snow fell"), turn("c", 1, "taxes")));
        index.settle();

        assertThat(ids(index, "dog")).startsWith("a/1");
        assertThat(index.search(query("dog")).vectors()).isTrue();
        assertThat(first("dog").signals())
                .containsKeys("cosine.e5.text", "cosine.e5.dated", "cosine.e5.window", "rank.e5.text", "fused");
    }

    @Test
    void measuresEveryWayToLook() throws Exception {
        index.put(List.of(turn("g", 1, "we bought tickets"), turn("g", 2, "for the opera"), turn("g", 3, "in Vienna")));
        index.settle();

        SortedMap<String, Double> signals = first("opera tickets in Vienna").signals();

        assertThat(signals)
                .containsKeys("bm25.text", "bm25.stem", "bm25.window1", "bm25.window2", "bm25.group", "coverage.text")
                .containsKeys("coverage.window1", "rank.text", "rank.window1", "fused");
        assertThat(signals.get("coverage.window1")).isGreaterThan(signals.get("coverage.text"));
    }

    @Test
    void answersTheTextsAround() throws Exception {
        index.put(List.of(turn("g", 1, "one"), turn("g", 2, "two"), turn("g", 3, "three")));
        index.settle();

        SearchHit hit = first("two");

        assertThat(hit.document().id()).isEqualTo("g/2");
        assertThat(hit.before()).isEqualTo("one");
        assertThat(hit.after()).isEqualTo("three");
    }

    @Test
    void neighboursLearnOfADocumentThatArrivesLater() throws Exception {
        index.put(List.of(turn("g", 1, "one"), turn("g", 3, "three")));
        index.settle();

        index.put(List.of(turn("g", 2, "pineapple")));
        index.settle();

        assertThat(ids(index, "pineapple")).containsExactlyInAnyOrder("g/1", "g/2", "g/3");
        assertThat(first("three").before()).isEqualTo("pineapple");
    }

    @Test
    void aChangedTextIsFoundByItsNewWordsOnly() throws Exception {
        index.put(List.of(turn("g", 1, "one"), turn("g", 2, "pineapple")));
        index.settle();

        index.put(List.of(turn("g", 2, "mango")));

        assertThat(index.search(query("pineapple")).hits())
                .noneMatch(hit -> hit.signals().containsKey("bm25.window1"));
        assertThat(ids(index, "mango")).startsWith("g/2");
    }

    @Test
    void weighsRareWordsMore() {
        index.put(List.of(turn("a", 1, "bread milk"), turn("b", 1, "bread"), turn("c", 1, "bread")));

        SortedMap<String, Double> weights =
                index.search(query("where is the milk and bread")).weights();

        assertThat(weights).containsOnlyKeys("milk", "bread");
        assertThat(weights.get("milk")).isGreaterThan(weights.get("bread"));
    }

    @Test
    void anEmptyTextFindsTheNewest() {
        index.put(List.of(turn("a", 1, "old"), turn("a", 9, "new"), turn("a", 5, "middle")));

        assertThat(ids(index, "")).containsExactly("a/9", "a/5", "a/1");
    }

    @Test
    void keepsToTypesGroupAndTime() {
        index.put(List.of(turn("a", 1, "word"), turn("a", 2, "word"), turn("b", 1, "word")));
        Scope scope = Scope.ofWorkspace("w");
        Audience audience = Audience.ofUser(null);

        assertThat(ids(index, new SearchQuery(scope, audience, "word", List.of("task"), null, null, null, 9)))
                .isEmpty();
        assertThat(ids(index, new SearchQuery(scope, audience, "word", List.of("message"), "b", null, null, 9)))
                .containsExactly("b/1");
        assertThat(ids(
                        index,
                        new SearchQuery(
                                scope, audience, "word", List.of(), null, null, Documents.START.plusSeconds(2), 9)))
                .containsExactlyInAnyOrder("a/1", "b/1");
        assertThat(ids(
                        index,
                        new SearchQuery(
                                scope, audience, "word", List.of(), null, Documents.START.plusSeconds(2), null, 9)))
                .containsExactly("a/2");
    }

    @Test
    void saysHowItStands() throws Exception {
        index.put(List.of(turn("a", 1, "x"), turn("a", 2, "y")));
        index.settle();

        assertThat(index.status().documents()).isEqualTo(2);
        assertThat(index.status().waiting()).isZero();
        assertThat(index.status().model()).isEqualTo("e5-small-v2-q");
        assertThat(index.status().bytes()).isPositive();
    }

    @Test
    void findsByWordsWhereNoModelWorks(@TempDir Path other) throws Exception {
        FakeEmbedder broken = new FakeEmbedder("Cannot load: no library", new CountDownLatch(0));
        try (LuceneIndex words = new LuceneIndex(other, List.of(broken), Clock.systemUTC(), Documents.LATER)) {
            words.put(List.of(turn("a", 1, "x marks"), turn("a", 2, "the spot")));
            words.settle();

            assertThat(ids(words, "marks")).containsExactly("a/1", "a/2");
            assertThat(words.search(query("marks")).vectors()).isFalse();
            assertThat(words.status().words()).contains("no library");
            assertThat(words.status().waiting()).isZero();
        }
    }

    @Test
    void findsByWordsWhileTheModelFailsAndSaysSo() throws Exception {
        index.put(List.of(turn("a", 1, "a kitten sat there"), turn("b", 1, "snow fell")));
        index.settle();

        model.failing = true;
        SearchAnswer words = index.search(query("kitten"));

        assertThat(words.vectors()).isFalse();
        assertThat(words.hits()).extracting(hit -> hit.document().id()).containsExactly("a/1");
        assertThat(index.status().words())
                .isEqualTo("Incomplete: waits to be built anew; "
                        + "Model 'e5-small-v2-q' fails at a query with IllegalStateException");
        model.failing = false;
        assertThat(index.search(query("dog")).vectors()).isTrue();
        assertThat(index.status().words()).doesNotContain("fails");
    }

    @Test
    void aDocumentThatTheModelFailsAtIsFoundByItsWords() throws Exception {
        model.failing = true;
        index.put(List.of(turn("a", 1, "a kitten"), turn("a", 2, "sat there")));
        index.settle();

        assertThat(index.status().words()).contains("fails at a document");
        assertThat(ids(index, "kitten")).containsExactly("a/1", "a/2");
        assertThat(first("kitten").signals()).containsKey("bm25.window1");
        model.failing = false;
        assertThat(first("kitten").signals()).doesNotContainKey("cosine.e5.text");
    }

    @Test
    void otherWorkspacesHaveNoPartInTheRarityOfAWord() {
        index.put(List.of(turn("a", 1, "bread milk"), turn("b", 1, "bread")));
        SortedMap<String, Double> before = index.search(query("bread milk")).weights();

        index.put(IntStream.range(0, 50)
                .mapToObj(i -> Documents.elsewhere("milk" + i, "milk"))
                .toList());

        assertThat(index.search(query("bread milk")).weights()).isEqualTo(before);
    }

    @Test
    void findsTheRarestWordsAmongVeryManyRowsAndMeasuresAllWords() {
        index.put(IntStream.range(0, 21_500)
                .mapToObj(i -> turn("g" + i, 0, i % 100 == 7 ? "the common sparse" : "the common"))
                .toList());

        List<SearchHit> hits = index.search(query("common sparse")).hits();

        assertThat(hits).hasSize(100).allMatch(hit -> hit.document().text().endsWith("sparse"));
        assertThat(hits.get(0).signals().get("coverage.text")).isEqualTo(1.0);
        assertThat(ids(index, "common")).hasSize(100);
    }

    @Test
    void aDocumentBehindVeryManyHasItsNeighboursAndItsGroup() throws Exception {
        index.put(IntStream.range(0, 150)
                .mapToObj(i -> turn("g", i, i == 149 ? "needle" : "hay" + i))
                .toList());
        index.settle();
        index.put(List.of(turn("g", 150, "thread")));
        index.settle();

        assertThat(first("hay3 thread").signals()).containsKey("bm25.group");
        assertThat(first("thread").before()).isEqualTo("needle");
    }

    @Test
    void findsTheNearestOfMoreVectorsThanAreComparedOneByOne() throws Exception {
        index.put(IntStream.range(0, 1_200)
                .mapToObj(i -> turn("g" + i, 0, i % 400 == 5 ? "a kitten " + i : "snow on day " + i))
                .toList());
        index.settle();

        assertThat(ids(index, "dog").subList(0, 3)).containsExactlyInAnyOrder("g5/0", "g405/0", "g805/0");
    }
}
