package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.archive.Archives.SCOPE;
import static tacit.memory.archive.Archives.pasted;

import java.nio.file.Path;
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
import tacit.api.memory.ArchiveImported;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ImportTest {

    private static final String CHATS = """
            [{"title": "Zeppelins", "create_time": 1700000000.5, "current_node": "c", "mapping": {
                "a": {"message": {"author": {"role": "system"}, "content": {"parts": ["Be kind"]}}, "parent": null},
                "b": {"message": {"author": {"role": "user"}, "content": {"parts": ["I fly on Mondays"]}}, "parent": "a"},
                "x": {"message": {"author": {"role": "assistant"}, "content": {"parts": ["Dropped"]}}, "parent": "b"},
                "c": {"message": {"author": {"role": "assistant"}, "content": {"parts": ["Noted", {"image": 1}]}}, "parent": "b"}}},
             {"title": "Nobody asked", "mapping": {}},
             {"title": "Circle", "current_node": "p", "mapping": {
                "p": {"message": {"author": {"role": "user"}, "content": {"parts": ["Round and round"]}}, "parent": "p"}}}]
            """;

    @TempDir
    Path folder;

    private Database database;
    private Archives archives;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        archives = new Archives(opened, folder);
    }

    @AfterEach
    void close() {
        archives.close();
    }

    private List<String> texts() {
        return archives.all(SCOPE).stream().map(MemoryRecord::text).toList();
    }

    @Test
    void readsEntriesLineByLine() {
        List<Item> items = PastedText.items("""
                Here you are:
                ```
                [2024-05-01] - Lives in Lisbon
                - [2024-06-02] — Has a cat
                    named Ruby
                * Likes tea
                3. Drinks no coffee
                ```
                Anything else?
                """);

        assertThat(items)
                .containsExactly(
                        new Item("2024-05-01", "Lives in Lisbon"),
                        new Item("2024-06-02", "Has a cat\nnamed Ruby"),
                        new Item("", "Likes tea"),
                        new Item("", "Drinks no coffee"));
    }

    @Test
    void importsEachEntryOnceUnderItsProvider() {
        ArchiveImported first = archives.upkeep.importText(pasted("- Likes tea\n- likes  TEA\n[2024] - Has a cat"));
        ArchiveImported again = archives.upkeep.importText(pasted("- Likes tea"));

        assertThat(first.found()).isEqualTo(3);
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.duplicates()).isEqualTo(1);
        assertThat(again.created()).isZero();
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(texts())
                .contains(
                        "[Imported from Some AI — pasted text]\nLikes tea",
                        "[Imported from Some AI — 2024]\nHas a cat");
        assertThat(archives.all(SCOPE))
                .filteredOn(record -> record.kind().equals("insight"))
                .allMatch(record -> record.lane() == TrustLane.FOREIGN);
    }

    @Test
    void importsPrivatelyUnlessAskedOtherwise() {
        ArchiveImport hidden = new ArchiveImport("w1", "ada", " [x]\n", "- Likes tea", true, false, Archives.EVIDENCE);

        archives.upkeep.importText(hidden);

        assertThat(archives.all(SCOPE))
                .allMatch(record -> record.visibility() == Visibility.PRIVATE
                        && record.scope().id().equals("ada"));
        assertThat(texts()).anyMatch(text -> text.startsWith("[Imported from x — pasted text]"));
    }

    @Test
    void namesWhyNothingWasImported() {
        assertThat(archives.upkeep.importText(pasted(" \n")).errors()).containsExactly("the text holds no entries");
        archives.enabled(false);

        ArchiveImported off = archives.upkeep.importText(pasted("- Likes tea"));

        assertThat(off.errors()).containsExactly("the archive of the workspace is off");
        assertThat(off.importId()).isNull();
        assertThat(archives.all(SCOPE)).isEmpty();
    }

    @Test
    void countsEntriesPastTheMost() {
        String many = IntStream.range(0, 3_005).mapToObj(i -> "- entry").collect(Collectors.joining("\n"));

        ArchiveImported imported = archives.upkeep.importText(pasted(many));

        assertThat(imported.found()).isEqualTo(3_005);
        assertThat(imported.truncated()).isEqualTo(5);
        assertThat(imported.created()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooLongOrWouldShowAUserToAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> pasted("x".repeat(ArchiveImport.LONGEST + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArchiveImport("w1", "ada", "x", "y", false, true, Archives.EVIDENCE));
    }

    @Test
    void readsTheBranchOfAConversationThatWasShownLast() {
        ArchiveImported imported = archives.upkeep.importChats(pasted(CHATS));

        assertThat(imported.created()).isEqualTo(2);
        assertThat(texts())
                .contains(
                        "[Imported from Some AI — Zeppelins 2023-11-14]\nUser: I fly on Mondays\nAssistant: Noted",
                        "[Imported from Some AI — Circle]\nUser: Round and round");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "\"words\"", "{\"conversations\": 3}", "My secret diary"})
    void refusesWhatIsNoExport(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archives.upkeep.importChats(pasted(text)))
                .withMessageStartingWith("text must be")
                .withMessageNotContaining("diary");
    }

    @Test
    void letsAnImportWaitForApproval() {
        try (Archives gated = new Archives(database, folder.resolve("gated"), "all", true)) {
            ArchiveImported imported = gated.upkeep.importText(pasted("- Likes tea\n- Has a cat"));

            assertThat(imported.staged()).isEqualTo(2);
            assertThat(imported.created()).isZero();
            assertThat(gated.all(SCOPE)).extracting(MemoryRecord::kind).containsExactly("import");
        }
    }

    @Test
    void keepsAnApprovedImportWholeAndOnce() {
        String text = "- " + "tea ".repeat(2_900);
        try (Archives gated = new Archives(database, folder.resolve("gated"), "all", true)) {
            gated.upkeep.importText(pasted(text));
            gated.upkeep.importText(pasted(text));

            gated.gate
                    .list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(10))
                    .rows()
                    .forEach(waiting -> assertThat(gated.gate
                                    .approve(SCOPE, waiting.id(), "bob", null)
                                    .status())
                            .isEqualTo(PendingWrite.Status.APPLIED));

            assertThat(gated.all(SCOPE).stream().filter(record -> record.kind().equals("insight")))
                    .singleElement()
                    .satisfies(record ->
                            assertThat(record.text()).hasSizeGreaterThan(11_000).doesNotContain("truncated"));
        }
    }

    @Test
    void removesAnImportAndKeepsItFromPrompts() {
        String id =
                archives.upkeep.importText(pasted("- Likes tea\n- Has a cat")).importId();
        MemoryRecord own = archives.keep(ArchiveType.INSIGHT, null, "My own");
        MemoryRecord imported = archives.all(SCOPE).stream()
                .filter(record -> record.text().contains("tea"))
                .findFirst()
                .orElseThrow();

        assertThat(archives.upkeep.ignoreImported(SCOPE, imported.id(), true)).isTrue();
        assertThat(Fields.mayBeRecalled(archives.now(imported))).isFalse();
        assertThat(archives.upkeep.ignoreImported(SCOPE, imported.id(), false)).isTrue();
        assertThat(Fields.mayBeRecalled(archives.now(imported))).isTrue();
        assertThat(archives.upkeep.ignoreImported(SCOPE, own.id(), true)).isFalse();
        assertThat(archives.upkeep.deleteImport(SCOPE, own.id(), false)).isZero();
        assertThat(archives.upkeep.deleteImport(SCOPE, Objects.requireNonNull(id), false))
                .isEqualTo(3);
        assertThat(archives.all(SCOPE)).extracting(MemoryRecord::id).containsExactly(own.id());
    }
}
