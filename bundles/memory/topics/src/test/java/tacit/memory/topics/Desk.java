package tacit.memory.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.index.LuceneIndex;
import tacit.memory.markdown.FolderNotes;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;

/** Topics of a workspace with a real database, a real folder and a real index. */
final class Desk implements AutoCloseable {

    static final String WS = "w";
    static final Scope SCOPE = Scope.ofWorkspace(WS);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Audience ALONE = Audience.ofUser("ada");

    final Path root;
    final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    final MemoryStore store;
    final WorkspaceFiles files;
    final LuceneIndex index;
    final FolderNotes notes;
    final FilePacks packs;
    final PackCopies copies;
    final TopicFragments fragments;

    Desk(Database database, Path temporary) {
        root = made(temporary.resolve("workspace"));
        store = new SqlMemoryStore(database, clock);
        files = FolderFiles.of(root);
        index = new LuceneIndex(temporary.resolve("index"), List.of(), Clock.systemUTC());
        notes = new FolderNotes(files, Configurations.of(FolderNotes.Config.class, Map.of()));
        packs = new FilePacks(store, files, index);
        copies = new PackCopies(store, files, clock);
        fragments = new TopicFragments(files);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MemoryRecord memory(String title, String text) {
        return memory("archive", title, text, MemoryScope.WORKSPACE, Visibility.SHARED);
    }

    MemoryRecord memory(String layer, String title, String text, MemoryScope scope, Visibility visibility) {
        return store.add(new MemoryDraft(
                        WS,
                        layer,
                        "decision",
                        "project",
                        text,
                        scope,
                        visibility,
                        TrustLane.STATEMENT,
                        List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                        0.9,
                        null,
                        null,
                        null,
                        new TreeMap<>(title.isEmpty() ? Map.of() : Map.of("title", title))))
                .record();
    }

    /** A note that the index knows. */
    void note(String path, String text) {
        write(path, text);
        index.put(notes.documents(WS, path));
    }

    void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(NOON.minusSeconds(60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that stands in the folder of topics and in their index. */
    String everything() {
        StringBuilder all = new StringBuilder();
        paths().forEach(path -> all.append(text(path)));
        return all.toString();
    }

    List<String> paths() {
        return files.list(WS, ".cowork/memory", 2, List.of("daily", "summaries")).stream()
                .map(WorkspaceFiles.Entry::path)
                .toList();
    }

    TopicIndex refresh(String query) {
        return packs.refresh(WS, query, 4, NOON);
    }

    List<TopicPack> load(String query) {
        return packs.load(WS, ALONE, query, 4);
    }

    @Override
    public void close() {
        index.close();
    }
}
