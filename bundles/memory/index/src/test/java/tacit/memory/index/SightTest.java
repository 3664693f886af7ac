package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.index.Documents.document;
import static tacit.memory.index.Documents.ids;
import static tacit.memory.index.Documents.memoryElsewhere;
import static tacit.memory.index.Documents.owned;
import static tacit.memory.index.Documents.query;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Audience;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/** A private document comes to nobody but its owner, by words, by meaning, by its neighbours or as the newest. */
class SightTest {

    private static final Scope ALL = Scope.ofWorkspace("w");

    @TempDir
    Path folder;

    private LuceneIndex index;

    @BeforeEach
    void open() throws Exception {
        index = new LuceneIndex(folder, List.of(new FakeEmbedder()), Clock.systemUTC(), Documents.LATER);
        index.put(List.of(
                owned("mine", "cat secret", Visibility.PRIVATE, "ann"),
                owned("theirs", "cat secret", Visibility.PRIVATE, "bob"),
                owned("nobodys", "cat secret", Visibility.PRIVATE, null),
                owned("team", "cat secret", Visibility.SHARED, "bob"),
                owned("world", "cat secret", Visibility.PUBLIC, "bob")));
        index.settle();
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static Audience audience(Audience.Kind kind, boolean subAgent) {
        return new Audience(kind, "ann", null, null, subAgent);
    }

    private static SearchQuery between(String text, Instant from, Instant until) {
        return new SearchQuery(ALL, Audience.ofUser("ann"), text, List.of(), null, from, until, 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void aTimeBeyondAllTimesIsNoDamage(String text) throws Exception {
        index.rebuild();
        index.put(List.of(owned("mine", "cat secret", Visibility.PRIVATE, "ann")));
        index.settle();

        assertThat(ids(index, between(text, Instant.MIN, Instant.MAX))).containsExactly("mine");
        assertThat(ids(index, between(text, Instant.MAX, Instant.MAX))).isEmpty();
        assertThat(ids(index, between(text, Instant.MIN, Instant.MIN))).isEmpty();
        assertThat(index.status().words()).isEmpty();
    }

    @Test
    void aSearchAfterTheEndIsNoDamage() {
        index.close();

        assertThatThrownBy(() -> ids(index, "cat")).hasMessage("Cannot search: the index is closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void aUserFindsTheirOwnAndWhatIsShared(String text) {
        assertThat(ids(index, query(ALL, Audience.ofUser("ann"), text)))
                .containsExactlyInAnyOrder("mine", "nobodys", "team", "world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void aMemoryThatHoldsEverywhereIsFoundInEachWorkspaceByItsAudience(String text) throws Exception {
        index.put(List.of(
                memoryElsewhere("memory:all", "cat secret", "GLOBAL", Visibility.SHARED, null),
                memoryElsewhere("memory:private", "cat secret", "GLOBAL", Visibility.PRIVATE, null),
                memoryElsewhere("memory:near", "cat secret", "WORKSPACE", Visibility.PUBLIC, null),
                memoryElsewhere("message:all", "cat secret", "GLOBAL", Visibility.PUBLIC, null)));
        index.settle();

        assertThat(ids(index, query(ALL, audience(Audience.Kind.GROUP, false), text)))
                .containsExactlyInAnyOrder("team", "world", "memory:all");
        assertThat(ids(index, query(ALL, Audience.ofUser("ann"), text)))
                .contains("memory:all", "memory:private")
                .doesNotContain("memory:near", "message:all");
        assertThat(ids(index, query(Scope.ofWorkspace("v"), audience(Audience.Kind.PUBLIC, false), text)))
                .containsExactlyInAnyOrder("memory:near", "message:all");

        index.delete("v", List.of("memory:all"));
        assertThat(ids(index, query(ALL, audience(Audience.Kind.GROUP, false), text)))
                .containsExactlyInAnyOrder("team", "world");
    }

    @Test
    void clearingAWorkspaceLeavesWhatHoldsEverywhereOfAnother() throws Exception {
        index.put(List.of(memoryElsewhere("memory:all", "cat secret", "GLOBAL", Visibility.SHARED, null)));
        index.settle();

        index.clear(ALL);

        assertThat(ids(index, query(ALL, Audience.ofUser("ann"), "cat"))).containsExactly("memory:all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void aGroupFindsNothingPrivate(String text) {
        assertThat(ids(index, query(ALL, audience(Audience.Kind.GROUP, false), text)))
                .containsExactlyInAnyOrder("team", "world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void thePublicFindsPublicDocumentsOnly(String text) {
        assertThat(ids(index, query(ALL, audience(Audience.Kind.PUBLIC, false), text)))
                .containsExactly("world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void aSubAgentFindsNothingPrivate(String text) {
        assertThat(ids(index, query(ALL, audience(Audience.Kind.PRIVATE, true), text)))
                .containsExactlyInAnyOrder("team", "world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void nobodyKnownFindsNoOwnersPrivateDocuments(String text) {
        assertThat(ids(index, query(ALL, Audience.ofUser(null), text)))
                .containsExactlyInAnyOrder("nobodys", "team", "world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void aScopeOfAUserHoldsTheirsAndEverybodys(String text) {
        assertThat(ids(index, query(new Scope("w", "ann"), Audience.ofUser("ann"), text)))
                .containsExactlyInAnyOrder("mine", "nobodys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat secret", "dog", ""})
    void anotherWorkspaceFindsNothing(String text) {
        assertThat(ids(index, query(Scope.ofWorkspace("v"), Audience.ofUser("ann"), text)))
                .isEmpty();
    }

    @Test
    void aWindowNeverHoldsAPrivateNeighbour() throws Exception {
        index.put(List.of(
                document("s1", "talk", 1, "lunch", Visibility.SHARED, null),
                document("p2", "talk", 2, "diagnosis", Visibility.PRIVATE, "bob"),
                document("s3", "talk", 3, "dinner", Visibility.SHARED, null)));
        index.settle();

        List<SearchHit> hits = index.search(query(ALL, audience(Audience.Kind.GROUP, false), "diagnosis lunch"))
                .hits();

        assertThat(hits)
                .extracting(hit -> hit.document().id())
                .contains("s1", "s3")
                .doesNotContain("p2");
        assertThat(hits)
                .noneMatch(
                        hit -> hit.before().contains("diagnosis") || hit.after().contains("diagnosis"));
        assertThat(index.search(query(ALL, audience(Audience.Kind.GROUP, false), "diagnosis"))
                        .hits())
                .noneMatch(hit -> hit.signals().keySet().stream().anyMatch(name -> name.startsWith("bm25")));
    }
}
