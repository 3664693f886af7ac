package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.archive.Archives.ANYBODY;
import static tacit.memory.archive.Archives.OTHER;
import static tacit.memory.archive.Archives.SCOPE;
import static tacit.memory.archive.Archives.request;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveTiers;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest.Batching;
import tacit.api.memory.CaptureRequest.Place;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.RetentionPlan.Due;
import tacit.api.memory.RetentionPlan.Reason;
import tacit.api.store.Database;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class UpkeepTest {

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

    private MemoryRecord from(ArchiveOrigin origin, String content) {
        return Archives.stored(archives.archive.capture(
                request(ArchiveType.INSIGHT, null, content, false, origin, Batching.USUAL, Place.USUAL)));
    }

    private MemoryState state(MemoryRecord record) {
        return archives.now(record).state();
    }

    @Test
    void ti01CountsAReference() {
        MemoryRecord record = archives.keep("used");
        archives.use(record, 3);

        assertThat(archives.now(record).uses()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"2,short", "3,medium", "9,medium", "10,long"})
    void ti02RaisesAtThreeAndAtTen(int uses, String tier) {
        MemoryRecord record = archives.keep("used");
        archives.use(record, uses);

        archives.upkeep.tiers(SCOPE);

        assertThat(archives.now(record).attribute(Fields.TIER).orElse("short")).isEqualTo(tier);
    }

    @Test
    void ti03RaisesWhatIsUsed() {
        archives.use(archives.keep("five"), 5);
        archives.use(archives.keep("one"), 1);

        ArchiveTiers tiers = archives.upkeep.tiers(SCOPE);

        assertThat(tiers).isEqualTo(new ArchiveTiers(1, 0, 1, 1, 0));
        assertThat(archives.upkeep.tiers(SCOPE).promoted()).isZero();
    }

    @Test
    void ti04PutsAsideWhatIsOldAndUnused() {
        MemoryRecord old = archives.keep("old zeppelin");
        archives.days(10);
        MemoryRecord fresh = archives.keep("new zeppelin");

        assertThat(archives.upkeep.tiers(SCOPE).putAside()).isEqualTo(1);

        assertThat(state(old)).isEqualTo(MemoryState.ARCHIVED);
        assertThat(state(fresh)).isEqualTo(MemoryState.ACTIVE);
        assertThat(archives.found("zeppelin")).containsExactly("new zeppelin");
        assertThat(archives.upkeep.undoRetention(SCOPE, List.of(old.id()))).isEqualTo(1);
        assertThat(archives.found("zeppelin")).hasSize(2);
        assertThat(archives.upkeep.tiers(SCOPE).putAside()).isZero();
    }

    @Test
    void ti05DoesNothingInAnEmptyStore() {
        assertThat(archives.upkeep.tiers(SCOPE)).isEqualTo(new ArchiveTiers(0, 0, 0, 0, 0));
    }

    @Test
    void ti06RaisesBothStepsInOnePass() {
        archives.use(archives.keep("twelve"), 12);

        assertThat(archives.upkeep.tiers(SCOPE)).isEqualTo(new ArchiveTiers(2, 0, 0, 0, 1));
    }

    @Test
    void ar51KeepsWhatNeverGoesByItself() {
        List<MemoryRecord> guarded = List.of(
                from(ArchiveOrigin.PLAYBOOK, "how it worked"),
                from(ArchiveOrigin.IMPORT, "what they knew"),
                archives.keep(ArchiveType.DECISION, null, "we chose"),
                archives.keep(ArchiveType.CORRECTION_RULE, null, "not so"));
        MemoryRecord other = archives.keep("nothing much");
        archives.keeping(5, 1);
        archives.days(8);

        archives.upkeep.tiers(SCOPE);
        archives.days(400);
        RetentionPlan plan = archives.upkeep.applyRetention(SCOPE);

        assertThat(guarded).allMatch(record -> state(record) == MemoryState.ACTIVE);
        assertThat(plan.protectedOnes()).isEqualTo(4);
        assertThat(plan.deleted()).extracting(Due::memoryId).containsExactly(other.id());
    }

    @Test
    void ar33DeletesTheOldOneAndNothingElse() {
        MemoryRecord old = archives.keep("an old zeppelin");
        archives.use(old, 3);
        archives.archive.capture(Archives.in(request("elsewhere"), "w2", null));
        archives.days(100);
        MemoryRecord fresh = archives.keep("a new zeppelin");

        RetentionPlan preview = archives.upkeep.previewRetention(SCOPE);
        assertThat(state(old)).isEqualTo(MemoryState.ACTIVE);
        assertThat(archives.upkeep.applyRetention(SCOPE)).isEqualTo(preview);
        assertThat(preview.putAside())
                .extracting(Due::memoryId, Due::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(old.id(), Reason.TOO_OLD));
        assertThat(state(old)).isEqualTo(MemoryState.ARCHIVED);

        archives.days(6);
        assertThat(archives.upkeep.applyRetention(SCOPE).deleted()).isEmpty();
        archives.days(1);
        assertThat(archives.upkeep.applyRetention(SCOPE).deleted()).hasSize(1);

        assertThat(archives.all(SCOPE)).extracting(MemoryRecord::id).containsExactly(fresh.id());
        assertThat(archives.all(OTHER)).hasSize(1);
        assertThat(archives.upkeep
                        .applyRetention(tacit.api.store.Scope.ofWorkspace("w3"))
                        .deleted())
                .isEmpty();
    }

    @Test
    void takesBackWhatWasPutAsideAndBeginsItsTimeAnew() {
        MemoryRecord record = archives.keep("a zeppelin");
        archives.use(record, 5);
        archives.days(100);
        archives.upkeep.applyRetention(SCOPE);

        assertThat(archives.upkeep.undoRetention(SCOPE, List.of())).isEqualTo(1);
        archives.days(80);

        assertThat(archives.upkeep.applyRetention(SCOPE).putAside()).isEmpty();
        assertThat(archives.found("zeppelin")).hasSize(1);
        assertThat(archives.upkeep.undoRetention(SCOPE, List.of())).isZero();
    }

    @Test
    void putsTheOldestAsideUntilTheRestHasRoom() {
        MemoryRecord first = archives.keep("first " + "x".repeat(9_000));
        for (int i = 0; i < 110; i++) {
            archives.clock.pass(java.time.Duration.ofSeconds(1));
            archives.keep(i + " " + "x".repeat(9_500));
        }
        archives.keeping(90, 1);

        RetentionPlan plan = archives.upkeep.applyRetention(SCOPE);

        assertThat(plan.putAside())
                .allMatch(due -> due.reason() == Reason.TOO_MUCH)
                .hasSizeBetween(5, 12);
        assertThat(plan.putAside().get(0).memoryId()).isEqualTo(first.id());
        assertThat(plan.overCharacters()).isZero();
        assertThat(archives.upkeep.previewRetention(SCOPE).putAside()).isEmpty();
    }

    @Test
    void refusesToUndoForNoTimeAtAll() {
        StoredUpkeep.Config config = Configurations.of(StoredUpkeep.Config.class, Map.of("undo_days", 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredUpkeep(archives.store, archives.gate, archives.clock, config))
                .withMessageContaining("undoDays");
    }

    @Test
    void takesBackForAsLongAsItIsSet() {
        StoredUpkeep.Config config = Configurations.of(StoredUpkeep.Config.class, Map.of("undo_days", 30));
        StoredUpkeep upkeep = new StoredUpkeep(archives.store, archives.gate, archives.clock, config);
        archives.keep("old");
        archives.days(100);
        upkeep.applyRetention(SCOPE);
        archives.days(29);

        assertThat(upkeep.applyRetention(SCOPE).deleted()).isEmpty();
    }

    @Test
    void ar47SumsUpTwoDecisionsOfOneRun() {
        archives.keep(ArchiveType.DECISION, "task-1", "We take the night train. " + "because ".repeat(60));
        archives.keep(ArchiveType.DECISION, "task-1", "We book two beds. " + "because ".repeat(60));
        archives.keep(ArchiveType.DECISION, "task-2", "We stay at home. " + "because ".repeat(60));

        List<MemoryRecord> digests = archives.upkeep.digest(SCOPE);

        assertThat(digests).singleElement().satisfies(digest -> {
            assertThat(digest.kind()).isEqualTo("summary");
            assertThat(digest.attribute(Fields.TASK)).contains("task-1");
        });
        assertThat(archives.upkeep.digest(SCOPE)).isEmpty();
        assertThat(archives.archive.byTask(SCOPE, ANYBODY, "task-1", 10)).hasSize(3);
    }

    @Test
    void ar48KeepsTheDigestWhole() {
        List<MemoryRecord> sources = java.util.stream.IntStream.range(0, 10)
                .mapToObj(
                        i -> archives.keep(ArchiveType.DECISION, "task-1", "Choice " + i + " " + "because ".repeat(60)))
                .toList();

        MemoryRecord digest = archives.upkeep.digest(SCOPE).get(0);

        assertThat(archives.now(digest).text().lines()).hasSize(11);
        assertThat(digest.text()).startsWith("[task digest] task:task-1").contains("- [decision] Choice 9");
        assertThat(digest.attribute(Fields.SOURCES).orElse("").split("\n"))
                .containsExactlyInAnyOrderElementsOf(
                        sources.stream().map(MemoryRecord::id).toList());
        assertThat(digest.evidence()).hasSize(10);
    }

    @Test
    void takesWhatWasDeletedOutOfItsDigest() {
        List<MemoryRecord> sources = java.util.stream.IntStream.range(0, 3)
                .mapToObj(
                        i -> archives.keep(ArchiveType.DECISION, "task-1", "Choice " + i + " " + "because ".repeat(60)))
                .toList();
        MemoryRecord digest = archives.upkeep.digest(SCOPE).get(0);
        MemoryRecord gone = archives.now(sources.get(1));

        archives.store.delete(SCOPE, List.of(gone.id()), false);
        archives.writes.removed(List.of(gone));

        assertThat(archives.store.find(SCOPE, digest.id())).isEmpty();
        assertThat(archives.upkeep.digest(SCOPE)).singleElement().satisfies(fresh -> assertThat(fresh.text())
                .contains("Choice 0", "Choice 2")
                .doesNotContain("Choice 1"));
    }

    @Test
    void sumsUpNothingWhereThatIsOff() {
        archives.change(new tacit.api.memory.ArchiveSettingsChange(
                null, null, false, null, null, null, null, Archives.EVIDENCE));
        archives.keep(ArchiveType.DECISION, "task-1", "One " + "because ".repeat(60));
        archives.keep(ArchiveType.DECISION, "task-1", "Two " + "because ".repeat(60));

        assertThat(archives.upkeep.digest(SCOPE)).isEmpty();
    }
}
