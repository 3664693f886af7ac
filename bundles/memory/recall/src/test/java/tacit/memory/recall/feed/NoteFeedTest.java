package tacit.memory.recall.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Audience;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class NoteFeedTest {

    private final Database database;
    private NoteFolder at;

    NoteFeedTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        at = new NoteFolder(database, temporary);
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void findsANoteOnceItIsFed() throws IOException {
        at.write(".cowork/bay.md", "The copper ferry leaves at nine", NoteFolder.MORNING);

        assertThat(at.feed.feed("w")).isEqualTo(1);
        assertThat(at.feed.feed("w")).isZero();

        assertThat(at.found("w", Audience.ofUser("ada"), "ferry"))
                .singleElement()
                .satisfies(note -> assertThat(note.attributes())
                        .containsEntry("path", ".cowork/bay.md")
                        .containsEntry("start_line", "1")
                        .containsEntry("end_line", "1"));
    }

    @Test
    void findsWhatAChangedNoteSaysNowAndNothingElse() throws IOException {
        at.write(".cowork/bay.md", "The copper ferry leaves at nine", NoteFolder.MORNING);
        at.feed.feed("w");
        at.write(".cowork/bay.md", "The copper train leaves at ten", NoteFolder.MORNING.plusSeconds(60));

        assertThat(at.feed.feed("w")).isEqualTo(1);

        assertThat(at.found("w", Audience.ofUser("ada"), "copper"))
                .extracting(SearchDocument::text)
                .containsExactly("The copper train leaves at ten");
    }

    @Test
    void putsOnlyThePiecesThatSaySomethingElse() throws IOException {
        String paragraph = "The copper ferry leaves at nine and comes back at ten. ".repeat(10) + "\n\n";
        at.write(".cowork/bay.md", paragraph.repeat(4) + "the last words\n", NoteFolder.MORNING);
        int all = at.feed.feed("w");
        at.write(".cowork/bay.md", paragraph.repeat(4) + "the final words\n", NoteFolder.MORNING.plusSeconds(60));

        assertThat(at.feed.feed("w")).isPositive().isLessThan(all);
        at.write(".cowork/bay.md", paragraph.repeat(4) + "the final words\n", NoteFolder.MORNING.plusSeconds(120));
        assertThat(at.feed.feed("w")).isZero();
        assertThat(at.found("w", Audience.ofUser("ada"), "ferry"))
                .extracting(SearchDocument::at)
                .contains(NoteFolder.MORNING);
    }

    @ParameterizedTest
    @CsvSource({"v, PRIVATE, false", "w, GROUP, false", "w, PUBLIC, false", "w, PRIVATE, true"})
    void showsNothingToOthers(String workspace, Audience.Kind kind, boolean subAgent) throws IOException {
        at.write(".cowork/bay.md", "The copper ferry leaves at nine", NoteFolder.MORNING);
        at.feed.feed("w");

        assertThat(at.found(workspace, new Audience(kind, "ada", null, null, subAgent), "ferry"))
                .isEmpty();
    }

    @Test
    void twoWorkspacesKeepTheirNotesApart() throws IOException {
        Path other = Files.createDirectory(at.temporary.resolve("v")).toRealPath();
        Files.createDirectories(other.resolve(".cowork"));
        Files.writeString(other.resolve(".cowork/bay.md"), "The silver ferry");
        at.workspaces.attach("v", other.toString());
        at.write(".cowork/bay.md", "The copper ferry", NoteFolder.MORNING);

        at.feed.feed("w");
        at.feed.feed("v");
        at.feed.feed("w");

        assertThat(at.found("w", Audience.ofUser(null), "ferry"))
                .extracting(SearchDocument::text)
                .containsExactly("The copper ferry");
        assertThat(at.found("v", Audience.ofUser(null), "ferry"))
                .extracting(SearchDocument::text)
                .containsExactly("The silver ferry");
    }

    @Test
    void handsOverEveryNoteForANewIndexAndComparesAllOfThemThen() throws IOException {
        at.write(".cowork/bay.md", "The copper ferry", NoteFolder.MORNING);
        StoredNotes stored = new StoredNotes(at.notes, at.workspaces);
        NoteFeed behind = new NoteFeed(at.notes, at.workspaces, stored, at.index);
        behind.feed("w");
        List<SearchDocument> all = new ArrayList<>();

        stored.read(all::addAll);

        assertThat(all).extracting(SearchDocument::text).containsExactly("The copper ferry");
        at.index.clear(Scope.ofWorkspace("w"));
        assertThat(behind.feed("w")).isEqualTo(1);
        assertThat(at.paths("ferry")).hasSize(1);
    }
}
