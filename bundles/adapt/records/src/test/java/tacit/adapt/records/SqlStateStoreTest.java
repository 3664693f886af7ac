package tacit.adapt.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class SqlStateStoreTest {

    private static final Scope ANNA = new Scope("w1", "anna");
    private static final Scope BEN = new Scope("w1", "ben");
    private static final Scope ALL = Scope.ofWorkspace("w1");

    private MovingClock clock;
    private Instant start;
    private SqlStateStore store;

    @BeforeEach
    void open(Database database) {
        clock = new MovingClock();
        start = clock.instant();
        store = new SqlStateStore(database, new PatternRedactor(), clock);
    }

    @Test
    void keepsADocumentOfEachOwner() {
        store.put(ANNA, "style", "all", 0, "{\"emoji\":1}", List.of());
        store.put(BEN, "style", "all", 0, "{\"emoji\":2}", List.of());
        store.put(ALL, "style", "all", 0, "{\"emoji\":3}", List.of("t1"));

        assertThat(store.find(ANNA, "style", "all").map(StateDocument::content)).contains("{\"emoji\":1}");
        assertThat(store.find(ALL, "style", "all")).hasValueSatisfying(document -> {
            assertThat(document.userId()).isNull();
            assertThat(document.version()).isEqualTo(1);
            assertThat(document.traceIds()).containsExactly("t1");
            assertThat(document.createdAt()).isEqualTo(start);
        });
        assertThat(store.find(Scope.ofWorkspace("w2"), "style", "all")).isEmpty();
        assertThat(store.find(ANNA, "persona", "all")).isEmpty();
    }

    @Test
    void changesOnlyTheVersionThatIsExpected() {
        store.put(ANNA, "style", "all", 0, "1", List.of("t1"));
        clock.pass(Duration.ofMinutes(1));

        assertThat(store.put(ANNA, "style", "all", 0, "2", List.of())).isEmpty();
        assertThat(store.put(ANNA, "style", "all", 2, "2", List.of())).isEmpty();
        assertThat(store.put(ANNA, "style", "all", 1, "2", List.of("t2"))).hasValueSatisfying(document -> {
            assertThat(document.version()).isEqualTo(2);
            assertThat(document.traceIds()).containsExactly("t1", "t2");
            assertThat(document.createdAt()).isEqualTo(start);
            assertThat(document.updatedAt()).isEqualTo(start.plusSeconds(60));
        });
    }

    @Test
    void losesNoChangeOfMany() throws Exception {
        store.put(ANNA, "count", "n", 0, "0", List.of());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> counting = () -> {
                for (int i = 0; i < 25; i++) {
                    countUp();
                }
                return 25;
            };
            for (Future<Integer> done : threads.invokeAll(List.of(counting, counting, counting, counting))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(store.find(ANNA, "count", "n").map(StateDocument::content)).contains("100");
    }

    private void countUp() {
        while (true) {
            StateDocument now = store.find(ANNA, "count", "n").orElseThrow();
            String next = String.valueOf(Integer.parseInt(now.content()) + 1);
            if (store.put(ANNA, "count", "n", now.version(), next, List.of()).isPresent()) {
                return;
            }
        }
    }

    @Test
    void listsThoseStoredLastFirstAndReadsOn() {
        IntStream.range(0, 5).forEach(i -> {
            store.put(i % 2 == 0 ? ANNA : BEN, "report", "r" + i, 0, "" + i, List.of());
            clock.pass(Duration.ofHours(1));
        });

        assertThat(contents(ALL, StateFilter.of("report"), 3)).containsExactly("4", "3", "2");
        long last = store.list(ALL, StateFilter.of("report"), 3).get(2).sequence();
        assertThat(contents(ALL, StateFilter.of("report").readingOn(last), 3)).containsExactly("1", "0");
        assertThat(contents(ANNA, StateFilter.of("report"), 9)).containsExactly("4", "2", "0");
        StateFilter hours = new StateFilter("report", start.plusSeconds(3600), start.plusSeconds(3 * 3600), null);
        assertThat(contents(ALL, hours, 9)).containsExactly("2", "1");
        assertThat(store.count(ALL, hours)).isEqualTo(2);
        assertThat(store.count(BEN, StateFilter.of("report"))).isEqualTo(2);
    }

    private List<String> contents(Scope scope, StateFilter filter, int limit) {
        return store.list(scope, filter, limit).stream()
                .map(StateDocument::content)
                .toList();
    }

    @Test
    void removesADocument() {
        store.put(ANNA, "style", "all", 0, "1", List.of("t1"));

        assertThat(store.remove(ANNA, "style", "all")).isTrue();
        assertThat(store.remove(ANNA, "style", "all")).isFalse();
        assertThat(store.put(ANNA, "style", "all", 0, "2", List.of()))
                .hasValueSatisfying(document -> assertThat(document.traceIds()).isEmpty());
    }

    @Test
    void storesNoSecret() {
        store.put(ANNA, "note", "n", 0, "{\"a\":[\"use sk-abcdefghijklmnop1234\"],\"n\":1}", List.of());

        assertThat(store.find(ANNA, "note", "n")).hasValueSatisfying(document -> assertThat(document.content())
                .doesNotContain("sk-abcdefghijklmnop1234")
                .startsWith("{\"a\":[\"use ")
                .endsWith("\"n\":1}"));
    }

    @Test
    void refusesWhatIsNoJsonOrTooLong() {
        assertThatThrownBy(() -> store.put(ANNA, "note", "n", 0, "{a", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JSON");
        assertThatThrownBy(() -> store.put(ANNA, "note", "n", 0, "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(ANNA, "note", " ", 0, "1", List.of()))
                .hasMessageStartingWith("key must have 1 to 400 characters");
        assertThatThrownBy(() -> store.put(
                        ANNA, "note", "n", 0, "\"" + "x".repeat(StateStore.LONGEST_CONTENT) + "\"", List.of()))
                .hasMessageContaining("at most 1000000");
        assertThatThrownBy(() -> store.put(ANNA, "note", "n", -1, "1", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.count(ALL, StateFilter.of("note"))).isZero();
    }

    @Test
    void forgetsWhatAClearedUserOwns() {
        store.put(ANNA, "style", "all", 0, "1", List.of("t1"));
        store.put(BEN, "style", "all", 0, "2", List.of());
        store.put(ALL, "style", "all", 0, "3", List.of());

        store.cleared(ANNA);
        assertThat(contents(ALL, StateFilter.of("style"), 9)).containsExactly("3", "2");

        store.cleared(ALL);
        assertThat(contents(ALL, StateFilter.of("style"), 9)).isEmpty();
    }

    @Test
    void keepsWhereADocumentStandsAndWhenItWasStoredFirst() {
        StateDocument first =
                store.put(ANNA, "style", "all", 0, "1", List.of("t1")).orElseThrow();
        store.put(BEN, "style", "all", 0, "1", List.of());
        clock.pass(Duration.ofHours(1));

        StateDocument changed =
                store.put(ANNA, "style", "all", 1, "2", List.of("t2", "t1")).orElseThrow();

        assertThat(changed.sequence()).isEqualTo(first.sequence());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.createdAt()).isEqualTo(start);
        assertThat(changed.updatedAt()).isEqualTo(start.plusSeconds(3600));
        assertThat(changed.traceIds()).containsExactly("t1", "t2");
        assertThat(contents(ALL, StateFilter.of("style"), 9)).containsExactly("1", "2");
    }

    @Test
    void changesNothingThatIsNotThere() {
        assertThat(store.put(ANNA, "style", "all", 1, "1", List.of("t1"))).isEmpty();
        assertThat(store.remove(ANNA, "style", "all")).isFalse();
        assertThat(store.count(ALL, StateFilter.of("style"))).isZero();
    }

    @Test
    void addsNoRunsWhereSomebodyWasQuicker() {
        store.put(ANNA, "style", "all", 0, "1", List.of("t1"));

        assertThat(store.put(ANNA, "style", "all", 0, "2", List.of("t2"))).isEmpty();

        assertThat(store.find(ANNA, "style", "all").map(StateDocument::traceIds))
                .contains(List.of("t1"));
    }

    @Test
    void takesNamesUpToTheirBounds() {
        String longest = "k".repeat(StateStore.LONGEST_NAME);

        assertThat(store.put(ANNA, longest, longest, 0, "1", List.of())).isPresent();

        assertThatThrownBy(() -> store.put(ANNA, longest + "k", "n", 0, "1", List.of()))
                .hasMessage("kind must have 1 to 400 characters, got 401");
        assertThatThrownBy(() -> store.put(ANNA, "note", longest + "k", 0, "1", List.of()))
                .hasMessage("key must have 1 to 400 characters, got 401");
        assertThatThrownBy(() -> store.put(ANNA, "", "n", 0, "1", List.of()))
                .hasMessage("kind must have 1 to 400 characters, got 0");
    }

    @Test
    void answersNoMoreThanAThousandAtOnce() {
        assertThatThrownBy(() -> store.list(ALL, StateFilter.of("style"), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.list(ALL, StateFilter.of("style"), 1_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.list(ALL, StateFilter.of("style"), 1_000)).isEmpty();
    }

    @Test
    void keepsWorkspacesApart() {
        Scope other = Scope.ofWorkspace("w2");
        store.put(ALL, "style", "all", 0, "1", List.of());
        store.put(other, "style", "all", 0, "2", List.of());

        assertThat(store.remove(new Scope("w2", "anna"), "style", "all")).isFalse();
        store.cleared(other);

        assertThat(contents(ALL, StateFilter.of("style"), 9)).containsExactly("1");
        assertThat(store.count(other, StateFilter.of("style"))).isZero();
    }

    @Test
    void keepsDocumentsWhenAMemoryChangesOrGoes() {
        store.put(ALL, "style", "all", 0, "1", List.of("t1"));

        store.changed(List.of());
        store.removed(List.of());

        assertThat(store.name()).isEqualTo("adaptation");
        assertThat(contents(ALL, StateFilter.of("style"), 9)).containsExactly("1");
    }
}
