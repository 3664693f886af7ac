package tacit.memory.recall.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.WorkspaceNotes;
import tacit.api.store.Database;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class NoteLoopTest {

    private final Database database;
    private NoteFolder at;

    NoteLoopTest(Database database) {
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
    void aNoteThatCannotBeReadCostsNoOtherItsPlaceInANewIndex() throws IOException {
        at.write(".cowork/a.md", "The copper ferry", NoteFolder.MORNING);
        at.write(".cowork/b.md", "The silver ferry", NoteFolder.MORNING);
        List<SearchDocument> all = new ArrayList<>();

        new StoredNotes(new Failing(at.notes, ".cowork/a.md"), at.workspaces).read(all::addAll);
        new StoredNotes(new Failing(at.notes, ""), at.workspaces).read(all::addAll);

        assertThat(all).extracting(SearchDocument::text).containsExactly("The silver ferry");
    }

    @Test
    void triesAgainWhatFailed() throws IOException {
        at.write(".cowork/a.md", "The copper ferry", NoteFolder.MORNING);
        Failing failing = new Failing(at.notes, ".cowork/a.md");
        NoteFeed unlucky = new NoteFeed(failing, at.workspaces, new StoredNotes(failing, at.workspaces), at.index);
        assertThatThrownBy(() -> unlucky.feed("w")).isInstanceOf(IllegalStateException.class);

        failing.path = "none";
        unlucky.feed("w");

        assertThat(at.paths("ferry")).hasSize(1);
    }

    @Test
    void theLoopServesEveryWorkspaceAndOutlivesAFailure() throws Exception {
        at.write(".cowork/a.md", "The copper ferry", NoteFolder.MORNING);
        SqlTraceStore traces = new SqlTraceStore(database);
        Failing failing = new Failing(at.notes, ".cowork/a.md");
        NoteFeed unlucky = new NoteFeed(failing, at.workspaces, new StoredNotes(failing, at.workspaces), at.index);
        NoteLoop broken = new NoteLoop(traces, unlucky, delay(3600));
        NoteLoop loop = new NoteLoop(traces, at.feed, delay(3600));

        broken.look();
        assertThat(at.paths("ferry")).isEmpty();
        loop.look();
        broken.stop();
        loop.stop();

        assertThat(at.paths("ferry")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3601})
    void refusesADelayOutOfBounds(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteLoop(new SqlTraceStore(database), at.feed, delay(seconds)));
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
