package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ThreadCourierTest {

    private final Database database;
    private final SqlMemoryStore store;
    private final ListCopies copies = new ListCopies();
    private ThreadCourier courier;

    ThreadCourierTest(Database database) {
        this.database = database;
        store = new SqlMemoryStore(database, CLOCK);
        courier = new ThreadCourier(database, store, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        courier.close();
    }

    @Test
    void tellsOfEachChangeInOrder() {
        courier.addCopies(copies);
        String id = store.add(draft("one")).record().id();
        courier.deliverAll();
        store.change(SCOPE, id, MemoryChange.NONE.withText("two", null));
        courier.deliverAll();
        store.supersede(SCOPE, id, draft("three"));
        store.delete(SCOPE, List.of(id), false);

        assertThat(copies.told)
                .startsWith("changed one", "changed two", "changed three")
                .endsWith("removed one", "removed two");
        assertThat(events()).isZero();
    }

    @Test
    void saysWhoCouldNotForgetAndTellsThemAgain() {
        courier.addCopies(copies);
        String id = store.add(draft("one")).record().id();
        courier.deliverAll();
        copies.told.clear();
        copies.broken = true;

        assertThatIllegalStateException()
                .isThrownBy(() -> store.delete(SCOPE, List.of(id), false))
                .withMessageContaining("'copies/list' failed")
                .withMessageNotContaining("one");
        assertThat(store.find(SCOPE, id)).isEmpty();

        copies.broken = false;
        courier.deliverAll();
        assertThat(copies.told).containsExactly("removed one");
    }

    @Test
    void tellsWhoWasAwayWhatTheyMissed() {
        courier.addCopies(copies);
        courier.removeCopies(copies);
        courier.close();
        String id = store.add(draft("one")).record().id();
        store.delete(SCOPE, List.of(id), false);
        courier = new ThreadCourier(database, store, Duration.ofHours(1));

        assertThatIllegalStateException()
                .isThrownBy(() -> courier.deliverAll())
                .withMessageContaining("'copies/list' is not running");

        courier.addCopies(copies);
        courier.deliverAll();
        assertThat(copies.told).containsExactly("removed one");
    }

    @Test
    void keepsTheIndexLikeTheActiveMemories() {
        MapIndex index = new MapIndex();
        courier.addIndex(index);
        String first =
                store.add(draft("one", MemoryScope.ofUser("u1"), null)).record().id();
        String second = store.add(draft("two")).record().id();
        store.change(SCOPE, first, MemoryChange.NONE.withVisibility(Visibility.PRIVATE));
        store.change(SCOPE, second, MemoryChange.NONE.withState(MemoryState.ARCHIVED));
        courier.deliverAll();

        assertThat(index.documents).containsOnlyKeys("memory:" + first);
        SearchDocument document = index.documents.values().iterator().next();
        assertThat(document.userId()).isEqualTo("u1");
        assertThat(document.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(document.attributes()).containsEntry("layer", "archive").containsEntry("kind", "preference");
        List<SearchDocument> all = new ArrayList<>();
        new MemoryDocuments(database, store).read(all::addAll);
        assertThat(all).containsExactly(document);

        store.delete(SCOPE, List.of(first), false);
        assertThat(index.documents).isEmpty();
    }

    @Test
    void tellsTheIndexOfWhatChangedTogetherAtOnce() {
        MapIndex index = new MapIndex();
        courier.addIndex(index);
        courier.removeIndex(index);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            ids.add(store.add(draft("thing " + i)).record().id());
        }

        courier.addIndex(index);
        courier.deliverAll();

        assertThat(index.documents).hasSize(150);
        assertThat(index.puts).hasValue(2);
        assertThat(events()).isZero();

        store.delete(SCOPE, ids.subList(0, 140), false);
        assertThat(index.documents).hasSize(10);
        assertThat(events()).isZero();
    }

    @Test
    void purgesTheIndexOnceForAUserWhoIsCleared() {
        MapIndex index = new MapIndex();
        courier.addIndex(index);
        for (String text : List.of("one", "two", "three")) {
            store.add(draft(text, MemoryScope.ofUser("u1"), null));
        }
        String other = store.add(draft("other")).record().id();

        store.delete(SCOPE, List.of(other), false);
        assertThat(index.purges).hasValue(0);
        store.clear(new Scope(SCOPE.workspaceId(), "u1"));

        assertThat(index.documents).isEmpty();
        assertThat(index.purges).hasValue(1);
    }

    @Test
    void refusesARetryThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configured("PT0S"))
                .withMessageContaining("retry must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configured("soon"))
                .withMessageContaining("retry must");
    }

    private ThreadCourier configured(String retry) {
        return new ThreadCourier(
                database, store, Configurations.of(ThreadCourier.Config.class, Map.of("retry", retry)));
    }

    private long events() {
        return database.read(
                        session -> session.selectOne("SELECT COUNT(*) AS n FROM memory_events", row -> row.number("n")))
                .orElseThrow();
    }
}
