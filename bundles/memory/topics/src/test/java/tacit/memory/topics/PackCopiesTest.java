package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.topics.Desk.SCOPE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class PackCopiesTest {

    private static final String FOLDER = Shelf.FOLDER + "/";
    private static final String FILE = FOLDER + "ferry-times.md";

    @TempDir
    Path temporary;

    private Desk desk;
    private MemoryRecord ferry;

    @BeforeEach
    void open(Database database) {
        desk = new Desk(database, temporary);
        ferry = desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.memory("Ferry times", "The silver ferry leaves at ten");
        desk.refresh("ferry");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void takesADeletedMemoryOutOfTopicsAndIndex() {
        desk.store.delete(SCOPE, List.of(ferry.id()), false);

        desk.copies.removed(List.of(ferry));

        assertThat(desk.everything()).doesNotContain("copper", ferry.id()).contains("silver");
        assertThat(desk.copies.name()).isEqualTo("topic packs");
    }

    @Test
    void takesACuratedEntryOutOfTheIndex() {
        MemoryRecord entry =
                desk.memory("curated", "", "Answers name the bay", MemoryScope.WORKSPACE, Visibility.SHARED);
        desk.refresh("ferry");
        assertThat(desk.everything()).contains("name the bay");
        desk.store.delete(SCOPE, List.of(entry.id()), false);

        desk.copies.removed(List.of(entry));

        assertThat(desk.everything()).doesNotContain("name the bay").contains("copper");
    }

    @Test
    void takesAMemoryOutThatBecamePrivate() {
        MemoryRecord hidden = desk.store
                .change(SCOPE, ferry.id(), MemoryChange.NONE.withVisibility(Visibility.PRIVATE))
                .orElseThrow();

        desk.copies.changed(List.of(hidden));

        assertThat(desk.everything()).doesNotContain("copper").contains("silver");
    }

    @Test
    void takesAMemoryOutThatIsNotInUseAnyMore() {
        MemoryRecord aside = desk.store
                .change(SCOPE, ferry.id(), MemoryChange.NONE.withState(MemoryState.ARCHIVED))
                .orElseThrow();

        desk.copies.changed(List.of(aside));

        assertThat(desk.everything()).doesNotContain("copper").contains("silver");
    }

    @Test
    void takesAMemoryOutOfAFileThatSomebodyFormatted() {
        desk.write(FILE, desk.text(FILE).replaceAll("(?m)^(# .*|Source: .*)$", "\n$1\n"));

        forget();

        assertThat(desk.everything()).doesNotContain("copper", ferry.id());
        assertThat(desk.text(FILE)).contains("silver");
    }

    @Test
    void takesTheWholePartOutWhereItCannotBeReadAnyMore() {
        desk.write(FILE, "My words\n" + desk.text(FILE).replace("\nUpdated: ", " Updated: ") + "\nMore words\n");

        forget();

        assertThat(desk.everything()).doesNotContain("copper", ferry.id());
        assertThat(desk.text(FILE)).contains("My words", "More words").doesNotContain("silver");
    }

    @Test
    void removesAFileOfWhichNothingIsLeft() {
        desk.write(FILE, desk.text(FILE).replace("\nUpdated: ", " Updated: "));

        forget();

        assertThat(desk.paths()).doesNotContain(FILE);
    }

    @Test
    void takesAMemoryOutOfAFileThatHasBecomeLarge() {
        desk.write(FILE, "words ".repeat(20_000) + "\n" + desk.text(FILE));

        forget();

        assertThat(desk.everything()).doesNotContain("copper", ferry.id()).contains("words");
        assertThat(desk.text(FILE)).contains("silver");
    }

    @Test
    void takesAMemoryOutOfAFileBehindVeryMany() {
        for (int i = 0; i < 510; i++) {
            desk.write(FOLDER + "a" + i + ".md", "word");
        }

        forget();

        assertThat(desk.text(FILE)).doesNotContain("copper", ferry.id()).contains("silver");
    }

    @Test
    void takesEachCopyOfItsPartOut() {
        desk.write(FILE, desk.text(FILE) + "between\n" + desk.text(FILE));

        forget();

        assertThat(desk.everything()).doesNotContain("copper", ferry.id());
        assertThat(desk.text(FILE)).contains("silver", "between");
    }

    @Test
    void leavesWhatSomebodyMadeTheirOwn() {
        desk.write(FOLDER + "mine.md", "<!-- from memory:" + ferry.id() + " -->\nmine\n");

        forget();

        assertThat(desk.text(FILE)).doesNotContain("copper");
        assertThat(desk.text(FOLDER + "mine.md")).contains(ferry.id(), "mine");
    }

    private void forget() {
        desk.store.delete(SCOPE, List.of(ferry.id()), false);
        desk.copies.removed(List.of(ferry));
    }

    @Test
    void leavesTheFilesAloneForMemoriesThatStandInNone() {
        String before = desk.everything();
        MemoryRecord other = desk.memory("Bay", "The bay is blue");
        MemoryRecord mine = desk.memory("archive", "", "My bay", MemoryScope.ofUser("ada"), Visibility.PRIVATE);
        desk.store.delete(SCOPE, List.of(other.id()), false);

        desk.copies.changed(List.of(ferry, mine));
        desk.copies.removed(List.of(other, mine));

        assertThat(desk.everything()).isEqualTo(before);
    }

    @Test
    void saysThatACopyIsLeftWhileSomebodyKeepsWritingTheFile() {
        PackCopies late = new PackCopies(desk.store, new Locked(desk.files), desk.clock);
        desk.store.delete(SCOPE, List.of(ferry.id()), false);

        assertThatThrownBy(() -> late.removed(List.of(ferry)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot take a memory out of the topics")
                .hasMessageNotContaining("copper");
        desk.copies.removed(List.of(ferry));

        assertThat(desk.everything()).doesNotContain("copper");
    }

    /** Files that somebody else is always a moment earlier at. */
    private record Locked(WorkspaceFiles files) implements WorkspaceFiles {

        @Override
        public Optional<String> folder(String workspaceId) {
            return files.folder(workspaceId);
        }

        @Override
        public Optional<WorkspaceFile> read(String workspaceId, String path, int mostBytes) {
            return files.read(workspaceId, path, mostBytes);
        }

        @Override
        public List<Entry> list(String workspaceId, String folder, int depth, List<String> skipped) {
            return files.list(workspaceId, folder, depth, skipped);
        }

        @Override
        public boolean replace(String workspaceId, String path, @Nullable String expectedSha256, String text) {
            return false;
        }

        @Override
        public boolean delete(String workspaceId, String path, String expectedSha256) {
            return false;
        }
    }
}
