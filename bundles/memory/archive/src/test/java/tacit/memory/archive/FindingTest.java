package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.archive.Archives.ANYBODY;
import static tacit.memory.archive.Archives.GROUP;
import static tacit.memory.archive.Archives.OTHER;
import static tacit.memory.archive.Archives.SCOPE;
import static tacit.memory.archive.Archives.request;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** What was captured is found again, and only by those who may. */
@EachDatabase
class FindingTest {

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

    @Test
    void ar37FindsWordsInItsWorkspace() {
        archives.keep("Moved the parser to TypeScript");
        archives.keep("TypeScript needs a newer compiler");
        archives.keep("TypeScript is strict now");
        archives.archive.capture(Archives.in(request("TypeScript elsewhere"), "w2", null));

        assertThat(archives.found("TypeScript")).hasSize(3).allMatch(text -> text.contains("TypeScript"));
        assertThat(archives.found("zeppelin")).isEmpty();
        assertThat(archives.found(SCOPE, new ArchiveQuery(ANYBODY, "typescript", List.of(), false, 2)))
                .hasSize(2);
        assertThat(archives.found(OTHER, new ArchiveQuery(ANYBODY, "TypeScript", List.of(), false, 5)))
                .containsExactly("TypeScript elsewhere");
    }

    @Test
    void ar38FindsPrivateOnesForTheirOwnersScreenOnly() {
        archives.hidden("The zeppelin lands at nine");

        assertThat(archives.found("zeppelin")).isEmpty();
        assertThat(archives.found(SCOPE, new ArchiveQuery(GROUP, "zeppelin", List.of(), true, 5)))
                .isEmpty();
        assertThat(archives.found(SCOPE, new ArchiveQuery(ANYBODY, "zeppelin", List.of(), true, 5)))
                .hasSize(1);
    }

    @Test
    void showsWhatIsAUsersToThatUserOnly() {
        archives.archive.capture(Archives.in(request("The zeppelin of Ada"), "w1", "ada"));
        ArchiveQuery byAda = new ArchiveQuery(Audience.ofUser("ada"), "zeppelin", List.of(), false, 5);
        ArchiveQuery byBob = new ArchiveQuery(Audience.ofUser("bob"), "zeppelin", List.of(), false, 5);

        assertThat(archives.found(SCOPE, byAda)).hasSize(1);
        assertThat(archives.found(SCOPE, byBob)).isEmpty();
        assertThat(archives.archive.recent(SCOPE, Audience.ofUser("bob"), 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]+(", "AND OR NOT", "\"", "the and if", "*", "Größe 東京", "a:b^2~", "\\"})
    void ar39AnswersWhateverIsAsked(String words) {
        archives.keep("The launch codes lie in the safe");

        assertThat(archives.found(words)).hasSizeLessThan(2);
        assertThat(archives.found("LAUNCH Codes")).hasSize(1);
    }

    @Test
    void ar40FindsByALongQuestionInPlainWords() {
        archives.keep("The ferry from Lisbon leaves at seven");

        assertThat(archives.found(
                        "Could you please tell me again, from all that we talked about in the last weeks, when exactly the ferry"
                                + " from Lisbon was going to leave, so that I can be there in time with my luggage?"))
                .hasSize(1);
    }

    @Test
    void ar41FindsByWordsWithCommasBetween() {
        archives.keep("Visa rules for the trip");

        assertThat(archives.found("Lisbon, visa rules, Anna")).hasSize(1);
    }

    @Test
    void ar42FindsImportsEverywhereWhereAsked() {
        archives.upkeep.importText(
                new ArchiveImport("w1", null, "Other", "- Likes zeppelins", false, true, Archives.EVIDENCE));
        archives.upkeep.importText(Archives.pasted("- Likes gliders"));

        assertThat(archives.found(OTHER, new ArchiveQuery(ANYBODY, "zeppelins", List.of(), false, 5)))
                .singleElement()
                .asString()
                .startsWith("[Imported from Other");
        assertThat(archives.found(OTHER, new ArchiveQuery(ANYBODY, "gliders", List.of(), false, 5)))
                .isEmpty();
        assertThat(archives.found("zeppelins")).hasSize(1);
    }

    @Test
    void ar43FindsAMarkInOpenOnesOnly() {
        archives.keep("[SUGGESTION] Buy a zeppelin");
        archives.hidden("[SUGGESTION] Sell it again");
        archives.keep("No mark");

        assertThat(archives.archive.marked(SCOPE, ANYBODY, "[SUGGESTION]", 50))
                .extracting(MemoryRecord::text)
                .containsExactly("[SUGGESTION] Buy a zeppelin");
    }

    @Test
    void answersWhatStoodAroundAMemory() {
        List<MemoryRecord> rows = IntStream.range(0, 9)
                .mapToObj(i -> {
                    archives.clock.pass(Duration.ofMinutes(10));
                    return archives.keep("row " + i);
                })
                .toList();

        assertThat(archives.archive.timeline(SCOPE, ANYBODY, rows.get(4).id(), 2))
                .extracting(MemoryRecord::text)
                .containsExactly("row 2", "row 3", "row 4", "row 5", "row 6");
        assertThat(archives.archive.timeline(SCOPE, ANYBODY, rows.get(4).id(), 20))
                .hasSize(7);
    }

    @Test
    void findsBehindTheMemoriesOfOtherLayers() {
        archives.keep("Somewhere in a long text that tells of much else the zeppelin is named");
        for (int i = 0; i < 130; i++) {
            archives.profile("zeppelin zeppelin " + i);
        }

        assertThat(archives.found("zeppelin")).hasSize(1);
    }

    @Test
    void countsEveryUse() {
        MemoryRecord record = archives.keep("The zeppelin lands at nine");

        archives.found("zeppelin");
        archives.archive.details(SCOPE, ANYBODY, List.of(record.id()));
        archives.observations.details(SCOPE, ANYBODY, List.of(record.id()));

        assertThat(archives.now(record).uses()).isEqualTo(3);
    }
}
