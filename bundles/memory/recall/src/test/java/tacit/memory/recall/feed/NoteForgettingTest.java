package tacit.memory.recall.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class NoteForgettingTest {

    private final Database database;
    private NoteFolder at;

    NoteForgettingTest(Database database) {
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
    void forgetsAtOnceWhatLeftAFileWithAMemory() throws IOException {
        at.write(".cowork/bay.md", "The copper ferry leaves at nine", NoteFolder.MORNING);
        at.feed.feed("w");
        at.write(".cowork/bay.md", "[deleted]", NoteFolder.MORNING);
        NoteCopies copies = new NoteCopies(at.feed);
        MemoryRecord memory =
                new SqlMemoryStore(database, Clock.systemUTC()).add(memory()).record();

        copies.changed(List.of(memory));
        assertThat(at.paths("ferry")).hasSize(1);

        copies.removed(List.of(memory));
        assertThat(at.paths("ferry")).isEmpty();
        assertThat(copies.name()).isGreaterThan("curated files");
    }

    private static MemoryDraft memory() {
        return new MemoryDraft(
                "w",
                "curated",
                "project_fact",
                "workspace",
                "The copper ferry leaves at nine",
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.INFERENCE,
                List.of(Evidence.of(Evidence.Kind.FILE, ".cowork/bay.md")),
                0.9,
                null,
                null,
                null,
                new TreeMap<>());
    }

    @Test
    void forgetsPiecesOfANoteThatBecameShorter() throws IOException {
        at.write(".cowork/bay.md", "The copper ferry leaves at nine.\n".repeat(600), NoteFolder.MORNING);
        at.feed.feed("w");
        at.write(".cowork/bay.md", "The copper ferry is gone", NoteFolder.MORNING.plusSeconds(60));

        at.feed.feed("w");

        assertThat(at.found("w", Audience.ofUser("ada"), "")).hasSize(1);
    }

    @Test
    void forgetsANoteThatIsGone() throws IOException {
        at.write(".cowork/a.md", "A copper ferry", NoteFolder.MORNING);
        at.write(".cowork/a.md.md", "Another copper ferry", NoteFolder.MORNING);
        at.feed.feed("w");
        Files.delete(at.folder.resolve(".cowork/a.md"));

        at.feed.feed("w");

        assertThat(at.paths("ferry")).containsExactly(".cowork/a.md.md");
    }

    @Test
    void forgetsAtTheStartWhatWentMeanwhile() throws IOException {
        at.write(".cowork/a.md", "A copper ferry", NoteFolder.MORNING);
        at.write(".cowork/b.md", "Another copper ferry", NoteFolder.MORNING);
        at.feed.feed("w");
        Files.delete(at.folder.resolve(".cowork/a.md"));

        assertThat(at.another().feed("w")).isEqualTo(1);

        assertThat(at.paths("ferry")).containsExactly(".cowork/b.md");
    }

    @Test
    void forgetsTheNotesOfAWorkspaceWithoutAFolder() throws IOException {
        at.write(".cowork/a.md", "A copper ferry", NoteFolder.MORNING);
        at.feed.feed("w");
        at.workspaces.detach("w");

        assertThat(at.feed.workspaces()).containsExactly("w");
        at.feed.feed("w");

        assertThat(at.paths("ferry")).isEmpty();
        assertThat(at.feed.workspaces()).isEmpty();
    }

    @Test
    void findsNoMoreWhatWasTakenOutOfTheFiles() throws IOException {
        at.write(".cowork/bay.md", "The copper ferry leaves at nine", NoteFolder.MORNING);
        at.feed.feed("w");
        at.write(".cowork/bay.md", "Taken back", NoteFolder.MORNING.plusSeconds(60));

        assertThat(at.feed.forget(Scope.ofWorkspace("w"), List.of(), List.of("The copper ferry leaves at nine")))
                .isEqualTo(1);
        assertThat(at.paths("ferry")).isEmpty();
        at.write(".cowork/bay.md", "Taken back again", NoteFolder.MORNING.plusSeconds(120));
        assertThat(at.feed.forgetUser(new Scope("w", "ada"))).isEqualTo(1);
        assertThat(at.feed.name()).isGreaterThan("files");
    }
}
