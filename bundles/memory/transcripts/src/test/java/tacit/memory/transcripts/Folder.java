package tacit.memory.transcripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.TranscriptQuery;
import tacit.api.store.Scope;
import tacit.memory.index.LuceneIndex;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.ClosedStore;

/** A workspace with a real folder and a real index, and short ways to fill both. */
final class Folder implements AutoCloseable {

    static final Scope SCOPE = Scope.ofWorkspace("w");
    static final Audience ALONE = Audience.ofUser(null);
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final Path root;
    final LuceneIndex index;
    final FolderFiles files;
    final TranscriptSessions sessions;
    final ExactQuotes quotes;

    Folder(Path temporary) throws IOException {
        this(temporary, ClosedStore.empty());
    }

    Folder(Path temporary, MemoryStore memories) throws IOException {
        root = Files.createDirectories(temporary.resolve("workspace"));
        index = new LuceneIndex(temporary.resolve("index"), List.of(), Clock.systemUTC());
        files = FolderFiles.of(root);
        sessions = new TranscriptSessions(index, files, memories);
        quotes = new ExactQuotes(index, files);
    }

    void span(String task, long at, String type, String message, String event) throws IOException {
        String line = "{\"taskId\":\"" + task + "\",\"timestamp\":" + at + ",\"type\":\"" + type
                + "\",\"payload\":{\"message\":\"" + message + "\"},\"eventId\":\"" + event + "\"}\n";
        Path file = path(".cowork/memory/transcripts/spans/" + task + ".jsonl");
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line, StandardCharsets.UTF_8);
    }

    void checkpoint(String task, String json) throws IOException {
        Files.writeString(path(".cowork/memory/transcripts/checkpoints/" + task + ".json"), json);
    }

    Path path(String name) throws IOException {
        Path path = root.resolve(name);
        Files.createDirectories(path.getParent());
        return path;
    }

    void document(String type, String id, String text, Instant at, Map<String, String> attributes) {
        index.put(List.of(new SearchDocument(
                id,
                type,
                "w",
                null,
                "g:" + id,
                0,
                at,
                "",
                "",
                text,
                Visibility.PRIVATE,
                TrustLane.STATEMENT,
                new TreeMap<>(attributes))));
    }

    static TranscriptQuery query(String text, @Nullable String task, int most, String... types) {
        return new TranscriptQuery(SCOPE, ALONE, text, task, List.of(types), NOW, most);
    }

    @Override
    public void close() {
        index.close();
    }
}
