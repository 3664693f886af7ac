package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.archive.Archives.SCOPE;
import static tacit.memory.archive.Archives.pasted;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Evidence;
import tacit.api.memory.KeptImport;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationQuery;
import tacit.api.memory.TrustLane;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ImportsTest {

    @TempDir
    Path folder;

    private Archives archives;

    @BeforeEach
    void open(Database database) {
        archives = new Archives(database, folder);
    }

    @AfterEach
    void close() {
        archives.close();
    }

    @Test
    void listsImportsWithWhatTheyBrought() {
        archives.upkeep.importText(pasted("- Likes tea"));
        archives.clock.pass(Duration.ofMinutes(1));
        ArchiveImport ofAda =
                new ArchiveImport("w1", "ada", "My AI", "- A cat\n- A dog", true, false, Archives.EVIDENCE);
        String id = Objects.requireNonNull(archives.upkeep.importText(ofAda).importId());
        MemoryRecord cat =
                archives.upkeep.imported(SCOPE, id, PageRequest.first(1)).rows().get(0);
        archives.upkeep.ignoreImported(SCOPE, cat.id(), true);

        Page<KeptImport> kept = archives.upkeep.imports(SCOPE, PageRequest.first(1));

        assertThat(kept.total()).isEqualTo(2);
        assertThat(kept.rows()).singleElement().satisfies(last -> {
            assertThat(last.title()).isEqualTo("[Imported from My AI — 2 entries]");
            assertThat(last.userId()).isEqualTo("ada");
            assertThat(last.privately()).isTrue();
            assertThat(last.memories()).isEqualTo(2);
            assertThat(last.ignored()).isEqualTo(1);
            assertThat(archives.upkeep.findImport(SCOPE, id)).contains(last);
        });
        assertThat(archives.upkeep.imported(SCOPE, id, PageRequest.first(10)).rows())
                .extracting(MemoryRecord::text)
                .containsExactlyInAnyOrder(
                        "[Imported from My AI — pasted text]\nA cat", "[Imported from My AI — pasted text]\nA dog");
    }

    @Test
    void tellsInShortWhatWasImportedAndNotOnlyFromWhere() {
        archives.upkeep.importText(new ArchiveImport(
                "w1",
                null,
                "A".repeat(79),
                "[" + "2024 ".repeat(11) + "] - Likes tea",
                false,
                false,
                Archives.EVIDENCE));
        archives.upkeep.importChats(
                pasted("[{\"title\": \"Circle\", \"mapping\": {\"p\": {\"message\": {\"author\": {\"role\": \"user\"},"
                        + " \"content\": {\"parts\": [\"Round and round\"]}}}}}]"));

        assertThat(archives.fragments.fragments(
                        new ContextRequest("w1", "", Archives.ANYBODY, Instant.parse("2026-03-01T12:00:00Z"), 20)))
                .extracting(ContextFragment::text)
                .contains(
                        "[insight] [Imported from Some AI — Circle] User: Round and round",
                        "[insight] [Imported from " + "A".repeat(43) + "...] Likes tea");
        assertThat(archives.observations.search(
                        SCOPE,
                        new ObservationQuery(Archives.ANYBODY, "", List.of(), List.of(), List.of(), null, null, 0, 10)))
                .extracting(Observation::title)
                .contains("User: Round and round", "Likes tea");
    }

    @Test
    void takesNothingForAnImportThatIsNone() {
        String id = Objects.requireNonNull(
                archives.upkeep.importText(pasted("- Likes tea")).importId());
        MemoryRecord saidByAnAgent = archives.keep(ArchiveType.IMPORT, null, "[Imported from nowhere]");

        assertThat(archives.upkeep.findImport(SCOPE, saidByAnAgent.id())).isEmpty();
        assertThat(archives.upkeep.deleteImport(SCOPE, saidByAnAgent.id(), false))
                .isZero();
        assertThat(archives.upkeep.imports(SCOPE, PageRequest.first(10)).rows())
                .extracting(KeptImport::id)
                .containsExactly(id);
        assertThat(archives.upkeep.findImport(Archives.OTHER, id)).isEmpty();
        assertThat(archives.upkeep
                        .imported(Archives.OTHER, id, PageRequest.first(10))
                        .rows())
                .isEmpty();
        assertThat(archives.upkeep.deleteImport(Archives.OTHER, id, false)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesWhatSaysTheSameOnTheSameWordWithItWhereTheEvidenceGoes(boolean withEvidence) {
        String id = Objects.requireNonNull(
                archives.upkeep.importText(pasted("- Likes nettle tea")).importId());
        MemoryRecord entry =
                archives.upkeep.imported(SCOPE, id, PageRequest.first(1)).rows().get(0);
        archives.archive.capture(new CaptureRequest(
                "w1",
                null,
                null,
                ArchiveType.INSIGHT,
                "Ada says: " + entry.text(),
                false,
                TrustLane.INFERENCE,
                List.of(Evidence.of(Evidence.Kind.MEMORY, entry.id())),
                null,
                CaptureRequest.Batching.USUAL,
                CaptureRequest.Place.USUAL));
        MemoryRecord other = archives.keep(ArchiveType.INSIGHT, null, "Ada likes coffee");

        assertThat(archives.upkeep.deleteImport(SCOPE, id, withEvidence)).isEqualTo(withEvidence ? 3 : 2);

        assertThat(archives.all(SCOPE)).hasSize(withEvidence ? 1 : 2).contains(other);
    }

    @Test
    void removesMoreThanGoesAtOnce() {
        String many = IntStream.range(0, 450).mapToObj(i -> "- entry " + i).collect(Collectors.joining("\n"));
        String id =
                Objects.requireNonNull(archives.upkeep.importText(pasted(many)).importId());

        assertThat(archives.upkeep.deleteImport(SCOPE, id, false)).isEqualTo(451);

        assertThat(archives.all(SCOPE)).isEmpty();
    }
}
