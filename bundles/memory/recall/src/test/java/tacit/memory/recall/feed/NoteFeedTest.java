package tacit.memory.recall.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Audience;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchQuery;
import tacit.api.recall.WorkspaceNotes;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.index.LuceneIndex;
import tacit.memory.markdown.FolderNotes;
import tacit.memory.workspace.FolderFiles;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class NoteFeedTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path temporary;

    private final Database database;
    private Path folder;
    private SqlWorkspaces workspaces;
    private FolderNotes notes;
    private LuceneIndex index;
    private NoteFeed feed;

    NoteFeedTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(temporary.resolve("w")).toRealPath();
        workspaces = new SqlWorkspaces(database);
        workspaces.attach("w", folder.toString());
        notes = new FolderNotes(
                new FolderFiles(workspaces::folder, 1 << 20), Configurations.of(FolderNotes.Config.class, Map.of()));
        index = new LuceneIndex(temporary.resolve("index"), List.of(), Clock.systemUTC());
        feed = feed();
    }

    @AfterEach
    void close() {
        index.close();
    }

    private NoteFeed feed() {
        return new NoteFeed(notes, workspaces, new StoredNotes(notes, workspaces), index);
    }

    private void write(String path, String text, Instant at) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private List<SearchDocument> found(String workspace, Audience audience, String words) {
        return index
                .search(new SearchQuery(
                        Scope.ofWorkspace(workspace),
                        audience,
                        words,
                        List.of("workspace_note"),
                        null,
                        null,
                        null,
                        500))
                .hits()
                .stream()
                .map(SearchHit::document)
                .toList();
    }

    private List<String> paths(String words) {
        return found("w", Audience.ofUser("ada"), words).stream()
                .map(document -> document.attributes().getOrDefault("path", ""))
                .toList();
    }

    @Test
    void forgetsAtOnceWhatWasTakenOutOfAFile() throws IOException {
        write(".cowork/bay.md", "The copper ferry leaves at nine", MORNING);
        feed.feed("w");
        write(".cowork/bay.md", "[deleted]", MORNING);
        NoteTexts texts = new NoteTexts(feed);

        assertThat(texts.forget(Scope.ofWorkspace("w"), List.of(), List.of("The copper ferry")))
                .isPositive();
        assertThat(paths("ferry")).isEmpty();

        write(".cowork/bay.md", "The copper ferry leaves at ten o'clock", MORNING);
        texts.forgetUser(new Scope("w", "ada"));
        assertThat(paths("ferry")).hasSize(1);
        assertThat(texts.name()).isGreaterThan("files").isGreaterThan("curated files");
    }

    @Test
    void findsANoteOnceItIsFed() throws IOException {
        write(".cowork/bay.md", "The copper ferry leaves at nine", MORNING);

        assertThat(feed.feed("w")).isEqualTo(1);
        assertThat(feed.feed("w")).isZero();

        assertThat(found("w", Audience.ofUser("ada"), "ferry")).singleElement().satisfies(note -> assertThat(
                        note.attributes())
                .containsEntry("path", ".cowork/bay.md")
                .containsEntry("start_line", "1")
                .containsEntry("end_line", "1"));
    }

    @Test
    void findsWhatAChangedNoteSaysNowAndNothingElse() throws IOException {
        write(".cowork/bay.md", "The copper ferry leaves at nine", MORNING);
        feed.feed("w");
        write(".cowork/bay.md", "The copper train leaves at ten", MORNING.plusSeconds(60));

        assertThat(feed.feed("w")).isEqualTo(1);

        assertThat(found("w", Audience.ofUser("ada"), "copper"))
                .extracting(SearchDocument::text)
                .containsExactly("The copper train leaves at ten");
    }

    @Test
    void putsOnlyThePiecesThatSaySomethingElse() throws IOException {
        String paragraph = "The copper ferry leaves at nine and comes back at ten. ".repeat(10) + "\n\n";
        write(".cowork/bay.md", paragraph.repeat(4) + "the last words\n", MORNING);
        int all = feed.feed("w");
        write(".cowork/bay.md", paragraph.repeat(4) + "the final words\n", MORNING.plusSeconds(60));

        assertThat(feed.feed("w")).isPositive().isLessThan(all);
        write(".cowork/bay.md", paragraph.repeat(4) + "the final words\n", MORNING.plusSeconds(120));
        assertThat(feed.feed("w")).isZero();
        assertThat(found("w", Audience.ofUser("ada"), "ferry"))
                .extracting(SearchDocument::at)
                .contains(MORNING);
    }

    @Test
    void forgetsPiecesOfANoteThatBecameShorter() throws IOException {
        write(".cowork/bay.md", "The copper ferry leaves at nine.\n".repeat(600), MORNING);
        feed.feed("w");
        write(".cowork/bay.md", "The copper ferry is gone", MORNING.plusSeconds(60));

        feed.feed("w");

        assertThat(found("w", Audience.ofUser("ada"), "")).hasSize(1);
    }

    @Test
    void forgetsANoteThatIsGone() throws IOException {
        write(".cowork/a.md", "A copper ferry", MORNING);
        write(".cowork/a.md.md", "Another copper ferry", MORNING);
        feed.feed("w");
        Files.delete(folder.resolve(".cowork/a.md"));

        feed.feed("w");

        assertThat(paths("ferry")).containsExactly(".cowork/a.md.md");
    }

    @Test
    void forgetsAtTheStartWhatWentMeanwhile() throws IOException {
        write(".cowork/a.md", "A copper ferry", MORNING);
        write(".cowork/b.md", "Another copper ferry", MORNING);
        feed.feed("w");
        Files.delete(folder.resolve(".cowork/a.md"));

        assertThat(feed().feed("w")).isEqualTo(1);

        assertThat(paths("ferry")).containsExactly(".cowork/b.md");
    }

    @Test
    void forgetsTheNotesOfAWorkspaceWithoutAFolder() throws IOException {
        write(".cowork/a.md", "A copper ferry", MORNING);
        feed.feed("w");
        workspaces.detach("w");

        assertThat(feed.workspaces()).containsExactly("w");
        feed.feed("w");

        assertThat(paths("ferry")).isEmpty();
        assertThat(feed.workspaces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v, PRIVATE, false", "w, GROUP, false", "w, PUBLIC, false", "w, PRIVATE, true"})
    void showsNothingToOthers(String workspace, Audience.Kind kind, boolean subAgent) throws IOException {
        write(".cowork/bay.md", "The copper ferry leaves at nine", MORNING);
        feed.feed("w");

        assertThat(found(workspace, new Audience(kind, "ada", null, null, subAgent), "ferry"))
                .isEmpty();
    }

    @Test
    void findsNoMoreWhatWasTakenOutOfTheFiles() throws IOException {
        write(".cowork/bay.md", "The copper ferry leaves at nine", MORNING);
        feed.feed("w");
        write(".cowork/bay.md", "Taken back", MORNING.plusSeconds(60));

        assertThat(feed.forget(Scope.ofWorkspace("w"), List.of(), List.of("The copper ferry leaves at nine")))
                .isEqualTo(1);
        assertThat(paths("ferry")).isEmpty();
        write(".cowork/bay.md", "Taken back again", MORNING.plusSeconds(120));
        assertThat(feed.forgetUser(new Scope("w", "ada"))).isEqualTo(1);
        assertThat(feed.name()).isGreaterThan("files");
    }

    @Test
    void twoWorkspacesKeepTheirNotesApart() throws IOException {
        Path other = Files.createDirectory(temporary.resolve("v")).toRealPath();
        Files.createDirectories(other.resolve(".cowork"));
        Files.writeString(other.resolve(".cowork/bay.md"), "The silver ferry");
        workspaces.attach("v", other.toString());
        write(".cowork/bay.md", "The copper ferry", MORNING);

        feed.feed("w");
        feed.feed("v");
        feed.feed("w");

        assertThat(found("w", Audience.ofUser(null), "ferry"))
                .extracting(SearchDocument::text)
                .containsExactly("The copper ferry");
        assertThat(found("v", Audience.ofUser(null), "ferry"))
                .extracting(SearchDocument::text)
                .containsExactly("The silver ferry");
    }

    @Test
    void handsOverEveryNoteForANewIndexAndComparesAllOfThemThen() throws IOException {
        write(".cowork/bay.md", "The copper ferry", MORNING);
        StoredNotes stored = new StoredNotes(notes, workspaces);
        NoteFeed behind = new NoteFeed(notes, workspaces, stored, index);
        behind.feed("w");
        List<SearchDocument> all = new ArrayList<>();

        stored.read(all::addAll);

        assertThat(all).extracting(SearchDocument::text).containsExactly("The copper ferry");
        index.clear(Scope.ofWorkspace("w"));
        assertThat(behind.feed("w")).isEqualTo(1);
        assertThat(paths("ferry")).hasSize(1);
    }

    @Test
    void aNoteThatCannotBeReadCostsNoOtherItsPlaceInANewIndex() throws IOException {
        write(".cowork/a.md", "The copper ferry", MORNING);
        write(".cowork/b.md", "The silver ferry", MORNING);
        List<SearchDocument> all = new ArrayList<>();

        new StoredNotes(new Failing(notes, ".cowork/a.md"), workspaces).read(all::addAll);
        new StoredNotes(new Failing(notes, ""), workspaces).read(all::addAll);

        assertThat(all).extracting(SearchDocument::text).containsExactly("The silver ferry");
    }

    @Test
    void triesAgainWhatFailed() throws IOException {
        write(".cowork/a.md", "The copper ferry", MORNING);
        Failing failing = new Failing(notes, ".cowork/a.md");
        NoteFeed unlucky = new NoteFeed(failing, workspaces, new StoredNotes(failing, workspaces), index);
        assertThatThrownBy(() -> unlucky.feed("w")).isInstanceOf(IllegalStateException.class);

        failing.path = "none";
        unlucky.feed("w");

        assertThat(paths("ferry")).hasSize(1);
    }

    @Test
    void theLoopServesEveryWorkspaceAndOutlivesAFailure() throws Exception {
        write(".cowork/a.md", "The copper ferry", MORNING);
        SqlTraceStore traces = new SqlTraceStore(database);
        Failing failing = new Failing(notes, ".cowork/a.md");
        NoteFeed unlucky = new NoteFeed(failing, workspaces, new StoredNotes(failing, workspaces), index);
        NoteLoop broken = new NoteLoop(traces, unlucky, delay(3600));
        NoteLoop loop = new NoteLoop(traces, feed, delay(3600));

        broken.look();
        assertThat(paths("ferry")).isEmpty();
        loop.look();
        broken.stop();
        loop.stop();

        assertThat(paths("ferry")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3601})
    void refusesADelayOutOfBounds(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteLoop(new SqlTraceStore(database), feed, delay(seconds)));
    }

    private static NoteLoop.Config delay(int seconds) {
        return Configurations.of(NoteLoop.Config.class, Map.of("delay_seconds", seconds));
    }

    /** Notes of which one cannot be read, or, with an empty path, none can be listed. */
    private static final class Failing implements WorkspaceNotes {

        private final WorkspaceNotes notes;
        private String path;

        private Failing(WorkspaceNotes notes, String path) {
            this.notes = notes;
            this.path = path;
        }

        @Override
        public List<WorkspaceFiles.Entry> files(String workspaceId) {
            if (path.isEmpty()) {
                throw new IllegalStateException("broken");
            }
            return notes.files(workspaceId);
        }

        @Override
        public List<SearchDocument> documents(String workspaceId, String asked) {
            if (asked.equals(path)) {
                throw new IllegalStateException("broken");
            }
            return notes.documents(workspaceId, asked);
        }
    }
}
