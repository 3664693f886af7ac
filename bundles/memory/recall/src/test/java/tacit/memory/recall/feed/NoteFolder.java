package tacit.memory.recall.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tacit.api.memory.Audience;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.index.LuceneIndex;
import tacit.memory.markdown.FolderNotes;
import tacit.memory.workspace.FolderFiles;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.Configurations;

/** A workspace with a folder of notes, a real index, and short ways to write and find. */
final class NoteFolder implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    final Path temporary;
    final Path folder;
    final SqlWorkspaces workspaces;
    final FolderNotes notes;
    final LuceneIndex index;
    final NoteFeed feed;

    NoteFolder(Database database, Path temporary) throws IOException {
        this.temporary = temporary;
        folder = Files.createDirectory(temporary.resolve("w")).toRealPath();
        workspaces = new SqlWorkspaces(database);
        workspaces.attach("w", folder.toString());
        notes = new FolderNotes(
                new FolderFiles(workspaces::folder, 1 << 20), Configurations.of(FolderNotes.Config.class, Map.of()));
        index = new LuceneIndex(temporary.resolve("index"), List.of(), Clock.systemUTC());
        feed = another();
    }

    NoteFeed another() {
        return new NoteFeed(notes, workspaces, new StoredNotes(notes, workspaces), index);
    }

    void write(String path, String text, Instant at) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    List<SearchDocument> found(String workspace, Audience audience, String words) {
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

    List<String> paths(String words) {
        return found("w", Audience.ofUser("ada"), words).stream()
                .map(document -> document.attributes().getOrDefault("path", ""))
                .toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
