package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.NOON;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Reach;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

final class SqlMemoryStoreTest {

    private static final PageRequest TEN = PageRequest.first(10);

    @EachDatabase
    void findsWhatItWasGiven(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);

        MemoryStore.Stored stored = store.add(draft("Green tea"));

        assertThat(stored.added()).isTrue();
        assertThat(stored.record().createdAt()).isEqualTo(NOON);
        assertThat(store.find(SCOPE, stored.record().id())).contains(stored.record());
    }

    @EachDatabase
    void findsManyInTheOrderOfTheirIdsAsFarAsTheyAreSeen(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            ids.add(store.add(draft("thing " + i)).record().id());
        }
        String other = store.add(draft("of another", MemoryScope.ofUser("u2"), null))
                .record()
                .id();
        String own = store.add(draft("of one", MemoryScope.ofUser("u1"), null))
                .record()
                .id();
        List<String> asked = new ArrayList<>(List.of("unknown", own, other));
        for (int i = ids.size() - 1; i >= 0; i--) {
            asked.add(ids.get(i));
        }
        asked.add(own);

        assertThat(store.findAll(new Scope(SCOPE.workspaceId(), "u1"), asked))
                .extracting(MemoryRecord::text)
                .startsWith("of one", "thing 14", "thing 13")
                .endsWith("thing 0")
                .hasSize(16);
        assertThat(store.findAll(SCOPE, asked))
                .containsExactlyElementsOf(asked.stream()
                        .distinct()
                        .flatMap(id -> store.find(SCOPE, id).stream())
                        .toList());
        assertThat(store.findAll(Scope.ofWorkspace("elsewhere"), asked)).isEmpty();
        assertThat(store.findAll(SCOPE, List.of())).isEmpty();
    }

    @EachDatabase
    void answersTheActiveMemoryThatHasTheKey(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        MemoryRecord first =
                store.add(draft("Green tea", MemoryScope.WORKSPACE, "drink")).record();

        MemoryStore.Stored second = store.add(draft("Black tea", MemoryScope.WORKSPACE, "drink"));

        assertThat(second.added()).isFalse();
        assertThat(second.record()).isEqualTo(first);
        assertThat(store.add(draft("Coffee", MemoryScope.ofUser("u1"), "drink")).added())
                .isTrue();
    }

    @EachDatabase
    void takesTheKeyAgainWhenItsMemoryIsPutAside(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        String id = store.add(draft("Green tea", MemoryScope.WORKSPACE, "drink"))
                .record()
                .id();
        MemoryChange back = MemoryChange.NONE.withState(MemoryState.ACTIVE);

        store.change(SCOPE, id, MemoryChange.NONE.withState(MemoryState.ARCHIVED));

        assertThat(store.add(draft("Black tea", MemoryScope.WORKSPACE, "drink")).added())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.change(SCOPE, id, back))
                .withMessageContaining("key must not be that of another active memory");
        assertThat(store.find(SCOPE, id).orElseThrow().state()).isEqualTo(MemoryState.ARCHIVED);
    }

    @EachDatabase
    void showsAUserTheirOwnAndNobodysAndTheGlobalOnes(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        store.add(draft("of u1", MemoryScope.ofUser("u1"), null));
        store.add(draft("of u2", MemoryScope.ofUser("u2"), null));
        store.add(draft("of nobody"));
        store.add(draft("of all", new MemoryScope(Reach.GLOBAL, ""), null));
        MemoryFilter all = MemoryFilter.active("archive");

        assertThat(store.list(new Scope("w1", "u1"), all, TEN).rows())
                .extracting(MemoryRecord::text)
                .containsExactly("of all", "of nobody", "of u1");
        assertThat(store.list(Scope.ofWorkspace("w2"), all, TEN).rows())
                .extracting(MemoryRecord::text)
                .containsExactly("of all");
        assertThat(store.list(SCOPE, all, TEN).total()).isEqualTo(4);
    }

    @EachDatabase
    void findsThoseThatHaveEachOfSeveralAttributes(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        TreeMap<String, String> all =
                new TreeMap<>(java.util.Map.of("tier", "long", "origin", "import", "tone", "dry"));
        List<String> names = List.copyOf(all.keySet());
        for (int held = 0; held < 8; held++) {
            TreeMap<String, String> own = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                own.put(names.get(i), (held >> i & 1) == 1 ? all.get(names.get(i)) : "other");
            }
            String id = store.add(draft("thing " + held)).record().id();
            store.change(SCOPE, id, MemoryChange.NONE.withAttributes(own));
        }
        TreeMap<String, String> some = new TreeMap<>(all.headMap("tone"));
        MemoryFilter filter = MemoryFilter.of("archive");

        assertThat(store.list(SCOPE, filter.withAttributes(all), TEN).rows())
                .extracting(MemoryRecord::text)
                .containsExactly("thing 7");
        assertThat(store.list(SCOPE, filter.withAttributes(some), TEN).rows())
                .extracting(MemoryRecord::text)
                .containsExactly("thing 7", "thing 3");
    }

    @EachDatabase
    void findsThoseWithAttributesThatManyHave(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        for (int i = 0; i < 150; i++) {
            String id = store.add(draft("thing " + i)).record().id();
            TreeMap<String, String> attributes = new TreeMap<>(java.util.Map.of(
                    "tier", i % 2 == 0 ? "long" : "short",
                    "origin", i < 100 ? "import" : "run",
                    "tone", i % 50 == 0 ? "dry" : "warm"));
            store.change(SCOPE, id, MemoryChange.NONE.withAttributes(attributes));
        }
        MemoryFilter many = MemoryFilter.of("archive")
                .withAttributes(new TreeMap<>(java.util.Map.of("tier", "long", "origin", "import")));
        MemoryFilter few = MemoryFilter.of("archive")
                .withAttributes(new TreeMap<>(java.util.Map.of("tier", "long", "origin", "import", "tone", "dry")));

        assertThat(store.list(SCOPE, many, TEN).total()).isEqualTo(50);
        assertThat(store.list(SCOPE, many, TEN).rows())
                .extracting(MemoryRecord::text)
                .startsWith("thing 98", "thing 96");
        assertThat(store.list(SCOPE, few, TEN).rows())
                .extracting(MemoryRecord::text)
                .containsExactly("thing 50", "thing 0");
    }

    @EachDatabase
    void filtersByAttributeAndTextAndPages(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        TreeMap<String, String> attributes = new TreeMap<>(java.util.Map.of("tier", "long"));
        String id = store.add(draft("100% ÄPFEL_now")).record().id();
        store.add(draft("100 apples"));
        store.change(SCOPE, id, MemoryChange.NONE.withAttributes(attributes));
        MemoryFilter all = MemoryFilter.of("archive");

        assertThat(store.list(SCOPE, all.withAttributes(attributes), TEN).rows())
                .extracting(MemoryRecord::id)
                .containsExactly(id);
        assertThat(store.list(SCOPE, all.withAttributes(attributes), TEN).total())
                .isEqualTo(1);
        assertThat(store.list(SCOPE, all.withText("100% äpfel_"), TEN).total()).isEqualTo(1);
        assertThat(store.list(SCOPE, all.withText("100_"), TEN).rows()).isEmpty();
        assertThat(store.list(SCOPE, all, new PageRequest(1, 1)).rows())
                .extracting(MemoryRecord::id)
                .containsExactly(id);
    }

    @EachDatabase
    void tellsWhatAMemorySaidBefore(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        String id = store.add(draft("one")).record().id();
        store.change(SCOPE, id, MemoryChange.NONE.withText("two", null));

        String newId = store.supersede(SCOPE, id, draft("three")).id();

        assertThat(store.history(SCOPE, newId)).extracting(MemoryRecord::text).containsExactly("one", "two", "three");
        MemoryRecord old = store.find(SCOPE, id).orElseThrow();
        assertThat(old.state()).isEqualTo(MemoryState.SUPERSEDED);
        assertThat(old.supersededBy()).isEqualTo(newId);
        assertThat(old.validUntil()).isEqualTo(NOON);
        assertThat(store.list(SCOPE, MemoryFilter.active("archive"), TEN).total())
                .isEqualTo(1);
    }

    @EachDatabase
    void countsUses(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        String id = store.add(draft("one")).record().id();

        store.used(SCOPE, List.of(id, "unknown"));
        store.used(Scope.ofWorkspace("w2"), List.of(id));

        assertThat(store.find(SCOPE, id).orElseThrow().uses()).isEqualTo(1);
        assertThat(store.find(SCOPE, id).orElseThrow().lastUsedAt()).isEqualTo(NOON);
    }

    @EachDatabase
    void deletesAndLetsNothingQueuedBringItBack(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        String id = store.add(draft("one", MemoryScope.WORKSPACE, "k", "t1"))
                .record()
                .id();

        assertThat(store.delete(SCOPE, List.of(id, "unknown"), false)).isEqualTo(1);

        assertThat(store.find(SCOPE, id)).isEmpty();
        assertThat(store.list(SCOPE, MemoryFilter.of("archive"), TEN).total()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.add(draft("one", MemoryScope.WORKSPACE, null, "t1")))
                .withMessageContaining("must not bring back");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.add(draft("other words", MemoryScope.WORKSPACE, "k", "t1")));
        assertThat(store.add(draft("one", MemoryScope.WORKSPACE, "k", "t2")).added())
                .isTrue();
    }

    @EachDatabase
    void clearsAUserAndKeepsTheOthers(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        store.add(draft("of u1", MemoryScope.ofUser("u1"), null));
        store.add(draft("of u2", MemoryScope.ofUser("u2"), null));
        store.add(draft("of nobody"));

        assertThat(store.clear(new Scope("w1", "u1"))).isEqualTo(1);

        assertThat(store.list(SCOPE, MemoryFilter.of("archive"), TEN).rows())
                .extracting(MemoryRecord::text)
                .containsExactly("of nobody", "of u2");
    }
}
