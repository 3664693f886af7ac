package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.archive.Archives.ANYBODY;
import static tacit.memory.archive.Archives.OTHER;
import static tacit.memory.archive.Archives.SCOPE;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationBackfill;
import tacit.api.memory.ObservationChange;
import tacit.api.memory.ObservationQuery;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ObservationsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Archives archives;

    @BeforeEach
    void open(Database opened) {
        archives = new Archives(opened, folder);
    }

    @AfterEach
    void close() {
        archives.close();
    }

    private static ObservationQuery query(String words, int limit, ArchivePrivacy... privacy) {
        return new ObservationQuery(ANYBODY, words, List.of(), List.of(), Arrays.asList(privacy), null, null, 0, limit);
    }

    private static ObservationChange change(@Nullable String title, @Nullable ArchivePrivacy privacy) {
        return new ObservationChange(title, null, null, null, null, null, null, privacy);
    }

    private List<String> offered(String task) {
        return archives.fragments.fragments(new ContextRequest("w1", task, ANYBODY, NOW, 20)).stream()
                .map(ContextFragment::text)
                .toList();
    }

    @Test
    void ob01TakesAnOlderDecisionApart() {
        MemoryRecord record =
                archives.legacy(ArchiveType.DECISION, "Edited lib/cart/price.ts and chose to keep rounding local.");

        ObservationBackfill done = archives.observations.backfill(SCOPE, false);

        assertThat(done.processed()).isEqualTo(1);
        assertThat(archives.observations.details(SCOPE, ANYBODY, List.of(record.id())))
                .singleElement()
                .satisfies(observation -> {
                    assertThat(observation.title()).contains("Edited");
                    assertThat(observation.concepts()).contains("rounding");
                    assertThat(observation.filesModified()).containsExactly("lib/cart/price.ts");
                    assertThat(observation.filesRead()).isEmpty();
                    assertThat(observation.generatedBy()).isEqualTo("backfill");
                });
    }

    @Test
    void ob02FindsARareWord() {
        archives.keep("Nothing to see");
        MemoryRecord record = archives.keep(ArchiveType.INSIGHT, null, "The zeppelin needs helium");

        assertThat(archives.observations.search(SCOPE, query("zeppelin", 5)))
                .singleElement()
                .satisfies(observation -> {
                    assertThat(observation.memoryId()).isEqualTo(record.id());
                    assertThat(observation.detailTokens()).isPositive();
                });
    }

    @Test
    void ob03RedactsTheWords() {
        MemoryRecord record = archives.keep("The zeppelin of Ada");

        Observation redacted =
                archives.observations.redact(SCOPE, record.id(), null).orElseThrow();

        assertThat(redacted.privacy()).isEqualTo(ArchivePrivacy.REDACTED);
        assertThat(archives.all(SCOPE)).singleElement().satisfies(now -> {
            assertThat(now.text()).isEqualTo("[redacted]");
            assertThat(now.visibility()).isEqualTo(Visibility.PRIVATE);
        });
        assertThat(offered("Where is the zeppelin of Ada?")).isEmpty();
    }

    @Test
    void ob04TakesNothingApartUnasked() {
        archives.legacy(ArchiveType.INSIGHT, "one");
        archives.legacy(ArchiveType.INSIGHT, "two");
        archives.keep("three");
        List<MemoryRecord> before = archives.all(SCOPE);

        assertThat(archives.observations.backfillStatus(SCOPE))
                .isEqualTo(new ObservationBackfill(3, 1, 0, 2, List.of()));
        assertThat(archives.all(SCOPE)).isEqualTo(before);
    }

    @Test
    void ob05NamesTheMemoryThatCouldNotBeTakenApart() {
        MemoryRecord record = archives.legacy(ArchiveType.INSIGHT, "one");
        Shelf refusing = new Shelf(failing(archives.store), true);

        ObservationBackfill done = new Backfilling(refusing).run(SCOPE, false);

        assertThat(done.processed()).isZero();
        assertThat(done.failed()).isEqualTo(1);
        assertThat(done.pending()).isZero();
        assertThat(done.errors()).singleElement().asString().contains(record.id());
    }

    @Test
    void ob06TakesOneOutOfSightInItsWorkspaceOnly() {
        MemoryRecord record = archives.keep("The zeppelin lands");

        assertThat(archives.observations.suppress(OTHER, record.id())).isFalse();
        assertThat(archives.now(record)).isEqualTo(record);
        assertThat(archives.observations.suppress(SCOPE, record.id())).isTrue();

        MemoryRecord now = archives.now(record);
        assertThat(Fields.privacy(now)).isEqualTo(ArchivePrivacy.SUPPRESSED);
        assertThat(now.state()).isEqualTo(MemoryState.ARCHIVED);
        assertThat(now.text()).isEqualTo("The zeppelin lands");
        assertThat(archives.found("zeppelin")).isEmpty();
        assertThat(archives.observations.search(SCOPE, query("", 5))).isEmpty();
        assertThat(archives.observations.search(SCOPE, query("", 5, ArchivePrivacy.SUPPRESSED)))
                .hasSize(1);
        assertThat(archives.upkeep.undoRetention(SCOPE, List.of())).isZero();
    }

    @Test
    void ob07OffersOnlyWhatIsInSight() {
        MemoryRecord hidden = archives.keep("The zeppelin lands");
        archives.keep("The glider lands");
        archives.observations.suppress(SCOPE, hidden.id());

        assertThat(offered("")).containsExactly("[observation] The glider lands");
    }

    @Test
    void ob08LeavesNoWordOfWhatWasRedacted() {
        MemoryRecord record = archives.keep("The zeppelin of Ada");
        List<Object> evidenceToo = new ArrayList<>();
        MemoryStore told = told(archives.store, evidenceToo);
        StoredObservations observations = new StoredObservations(told, archives.index());

        observations.redact(SCOPE, record.id(), "nothing here");

        assertThat(evidenceToo).containsExactly(true);
        assertThat(archives.store.find(SCOPE, record.id())).isEmpty();
        assertThat(archives.store.history(SCOPE, record.id())).isEmpty();
        MemoryFilter words = MemoryFilter.of("archive").withText("zeppelin");
        assertThat(archives.store.list(SCOPE, words, PageRequest.first(10)).rows())
                .isEmpty();
        assertThat(archives.all(SCOPE))
                .noneMatch(now -> now.attributes().toString().contains("zeppelin"));
        assertThat(archives.found("zeppelin")).isEmpty();
    }

    @Test
    void correctsAnObservationAndKeepsItFromBackfill() {
        MemoryRecord record = archives.keep("The zeppelin lands");

        Observation changed = archives.observations
                .update(SCOPE, record.id(), change("A landing", ArchivePrivacy.PRIVATE))
                .orElseThrow();
        archives.observations.backfill(SCOPE, true);

        assertThat(changed.title()).isEqualTo("A landing");
        assertThat(archives.now(record).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(archives.observations
                        .details(SCOPE, ANYBODY, List.of(record.id()))
                        .get(0)
                        .generatedBy())
                .isEqualTo("manual");
        assertThat(archives.observations.update(OTHER, record.id(), change("Mine", null)))
                .isEmpty();
    }

    @Test
    void refusesCorrectionsOutOfTheirBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> change("", null));
        assertThatIllegalArgumentException().isThrownBy(() -> change("x".repeat(161), null));
        assertThatIllegalArgumentException().isThrownBy(() -> change(null, ArchivePrivacy.REDACTED));
        MemoryRecord record = archives.keep("one");
        assertThatIllegalArgumentException().isThrownBy(() -> archives.observations.redact(SCOPE, record.id(), " "));
    }

    @Test
    void namesTheSameSaidAgainWithinMinutes() {
        archives.keep("The zeppelin lands");
        MemoryRecord again = archives.keep("the  ZEPPELIN lands");
        archives.clock.pass(Duration.ofMinutes(6));
        MemoryRecord later = archives.keep("The zeppelin lands");

        assertThat(again.attribute(Sidecar.REASON)).contains("duplicate_memory_capture");
        assertThat(later.attribute(Sidecar.REASON)).contains("capture");
    }

    @Test
    void filtersByTypeOriginAndTime() {
        archives.keep(ArchiveType.DECISION, "task-1", "a decision");
        archives.days(2);
        archives.keep(ArchiveType.INSIGHT, null, "an insight");

        assertThat(archives.observations.search(SCOPE, with(List.of(ArchiveType.DECISION), List.of(), null)))
                .hasSize(1);
        assertThat(archives.observations.search(SCOPE, with(List.of(), List.of(ArchiveOrigin.TASK), null)))
                .hasSize(1);
        assertThat(archives.observations.search(SCOPE, with(List.of(), List.of(), NOW.plusSeconds(60))))
                .extracting(Observation::title)
                .containsExactly("an insight");
    }

    private static ObservationQuery with(List<ArchiveType> types, List<ArchiveOrigin> origins, @Nullable Instant from) {
        return new ObservationQuery(ANYBODY, "", types, origins, List.of(), from, null, 0, 10);
    }

    @Test
    void offersTheNewestAndWhatTheTaskMeans() {
        archives.keep("The zeppelin needs helium");
        for (int i = 0; i < 6; i++) {
            archives.clock.pass(Duration.ofMinutes(1));
            archives.keep("Nothing " + i);
        }
        archives.keep("[cowork:prompt_recall=ignore]\nNever in a prompt");

        assertThat(offered("How much helium does the zeppelin need?"))
                .contains("[observation] The zeppelin needs helium", "[observation] Nothing 5")
                .hasSize(5);
        assertThat(offered("helium")).hasSize(4);
    }

    private static MemoryStore failing(MemoryStore store) {
        return through(store, (method, arguments) -> {
            if (method.equals("change")) {
                throw new IllegalStateException("Cannot write");
            }
        });
    }

    private static MemoryStore told(MemoryStore store, List<Object> evidenceToo) {
        return through(store, (method, arguments) -> {
            if (method.equals("delete")) {
                evidenceToo.add(arguments[2]);
            }
        });
    }

    private interface Before {
        void call(String method, Object[] arguments);
    }

    private static MemoryStore through(MemoryStore store, Before before) {
        return (MemoryStore) Proxy.newProxyInstance(
                MemoryStore.class.getClassLoader(), new Class<?>[] {MemoryStore.class}, (self, method, arguments) -> {
                    before.call(method.getName(), arguments);
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
