package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.NOON;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStep;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

final class WalkTest {

    private static final MemoryFilter ALL = MemoryFilter.of("archive");

    @EachDatabase
    void meetsEachMemoryOnceWhateverHappensMeanwhile(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        List<String> ids = fill(store, 7);

        MemoryStep first = store.walk(SCOPE, ALL, null, 3);
        store.add(draft("late"));
        store.delete(SCOPE, List.of(ids.get(6), ids.get(2)), false);
        putAside(store, ids.get(5));
        putAside(store, ids.get(1));
        MemoryStep second = store.walk(SCOPE, ALL, first.next(), 3);

        assertThat(texts(first)).containsExactly("thing 6", "thing 5", "thing 4");
        assertThat(texts(second)).containsExactly("thing 3", "thing 1", "thing 0");
        assertThat(store.walk(SCOPE, ALL, second.next(), 3)).isEqualTo(new MemoryStep(List.of(), null));
    }

    @EachDatabase
    void leavesOutWhatNoLongerMatchesAndGoesOnFromAPlaceThatIsGone(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        List<String> ids = fill(store, 6);
        MemoryFilter active = MemoryFilter.active("archive");

        MemoryStep first = store.walk(SCOPE, active, null, 2);
        store.delete(SCOPE, List.of(ids.get(4)), false);
        putAside(store, ids.get(3));
        store.change(SCOPE, ids.get(2), MemoryChange.NONE.withText("other words", null));
        MemoryStep rest = store.walk(SCOPE, active, first.next(), 4);

        assertThat(texts(rest)).containsExactly("other words", "thing 1", "thing 0");
        assertThat(rest.next()).isNull();
    }

    @EachDatabase
    void meetsThoseOfDifferentTimesAndGroupsInTheOrderOfAList(Database database) {
        MovingClock clock = new MovingClock();
        MemoryStore store = new SqlMemoryStore(database, clock);
        for (int i = 0; i < 60; i++) {
            store.add(draft("thing " + i, MemoryScope.ofUser("u" + i % 4), null));
            clock.pass(Duration.ofMillis(i % 5 / 3));
        }

        for (int atOnce : List.of(1, 7, 60, 1000)) {
            assertThat(MemoryWalk.over(store, SCOPE, ALL, atOnce).map(MemoryRecord::text))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 60)
                            .mapToObj(i -> "thing " + (60 - i))
                            .toList());
        }
        assertThat(MemoryWalk.over(store, new Scope("w1", "u1"), ALL, 4)).hasSize(15);
    }

    @EachDatabase
    void changesEverythingThatItWalksOver(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        fill(store, 25);
        List<String> met = new ArrayList<>();

        MemoryWalk.over(store, SCOPE, MemoryFilter.active("archive"), 4).forEach(memory -> {
            met.add(memory.text());
            store.add(draft("of " + memory.text()));
            if (met.size() % 2 == 0) {
                putAside(store, memory.id());
            } else {
                store.delete(SCOPE, List.of(memory.id()), false);
            }
        });

        assertThat(met).hasSize(25).doesNotHaveDuplicates();
        assertThat(MemoryWalk.over(store, SCOPE, MemoryFilter.active("archive"), 4))
                .extracting(MemoryRecord::text)
                .hasSize(25)
                .allMatch(text -> text.startsWith("of "));
    }

    @EachDatabase
    void looksForWordsWithoutLookingAtMoreThanItWasAllowed(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        store.add(draft("Green TEA"));
        fill(store, 5);
        MemoryFilter tea = ALL.withText("tea");

        MemoryStep first = store.walk(SCOPE, tea, null, 4);

        assertThat(first.rows()).isEmpty();
        assertThat(texts(store.walk(SCOPE, tea, first.next(), 4))).containsExactly("Green TEA");
        assertThat(MemoryWalk.over(store, SCOPE, tea, 1)).hasSize(1);
    }

    @EachDatabase
    void keepsToAllThatAFilterAsksFor(Database database) {
        MovingClock clock = new MovingClock();
        MemoryStore store = new SqlMemoryStore(database, clock);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ids.add(store.add(draft("thing " + i)).record().id());
            clock.pass(Duration.ofMinutes(1));
        }
        TreeMap<String, String> marked = new TreeMap<>(Map.of("tier", "long"));
        List.of(1, 3, 5, 6).forEach(i -> store.change(SCOPE, ids.get(i), MemoryChange.NONE.withAttributes(marked)));
        MemoryFilter filter = ALL.withAttributes(marked).within(NOON.plusSeconds(120), NOON.plusSeconds(360));

        assertThat(MemoryWalk.over(store, SCOPE, filter, 1))
                .extracting(MemoryRecord::text)
                .containsExactly("thing 5", "thing 3");
        assertThat(MemoryWalk.over(store, SCOPE, filter.withVisibilities(List.of(Visibility.PRIVATE)), 1))
                .isEmpty();
        assertThat(MemoryWalk.over(store, Scope.ofWorkspace("elsewhere"), ALL)).isEmpty();
    }

    @EachDatabase
    void readsNoMoreStepsThanAreAskedFor(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        List<String> ids = fill(store, 4);

        Iterator<MemoryRecord> memories = MemoryWalk.over(store, SCOPE, ALL, 2).iterator();
        String newest = memories.next().text();
        store.delete(SCOPE, ids.subList(0, 2), false);

        assertThat(newest).isEqualTo("thing 3");
        assertThat(memories).toIterable().extracting(MemoryRecord::text).containsExactly("thing 2");
    }

    @EachDatabase
    void refusesAPlaceThatNoStepNamed(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);

        for (String nowhere : List.of("", "there", "7", "7/today", "x/" + NOON)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.walk(SCOPE, ALL, nowhere, 3))
                    .withMessage("from must be a place that a step named, got '" + nowhere + "'");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> store.walk(SCOPE, ALL, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store.walk(SCOPE, ALL, null, 1001));
    }

    /** The last is the newest; every second one is a user's. */
    private static List<String> fill(MemoryStore store, int memories) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < memories; i++) {
            MemoryScope scope = i % 2 == 0 ? MemoryScope.WORKSPACE : MemoryScope.ofUser("u");
            ids.add(store.add(draft("thing " + i, scope, null)).record().id());
        }
        return ids;
    }

    private static void putAside(MemoryStore store, String id) {
        store.change(SCOPE, id, MemoryChange.NONE.withState(MemoryState.ARCHIVED));
    }

    private static List<String> texts(MemoryStep step) {
        return step.rows().stream().map(MemoryRecord::text).toList();
    }
}
