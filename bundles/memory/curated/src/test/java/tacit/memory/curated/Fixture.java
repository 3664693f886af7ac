package tacit.memory.curated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.ListAuditLog;

/** A curated memory on a real database, a real folder and a real gate. */
final class Fixture {

    static final Scope SCOPE = Scope.ofDefaultWorkspace();

    final Path folder;
    final MemoryStore store;
    final WorkspaceFiles files;
    final SqlWriteGate gate;
    final CuratedWrites writes;
    final StoredCuratedMemory curated;

    Fixture(Database database, Path folder, String mode) {
        this(database, folder, FolderFiles.of(folder), mode);
    }

    Fixture(Database database, Path folder, WorkspaceFiles files, String mode) {
        this.folder = folder;
        this.files = files;
        Clock clock = Clock.systemUTC();
        store = new SqlMemoryStore(database, clock);
        writes = new CuratedWrites(store, files, clock);
        gate = new SqlWriteGate(
                        database,
                        new ListAuditLog(),
                        new PatternRedactor(),
                        clock,
                        new SqlWriteGate.Rule(mode, 100, name -> null))
                .writingTo(List.of(writes));
        curated = new StoredCuratedMemory(store, files, gate, clock);
    }

    CurationResult add(Target target, @Nullable String kind, String content) {
        return curated.curate(request(Action.ADD, target, kind, null, content, null));
    }

    CurationResult replace(Target target, String id, String content) {
        return curated.curate(request(Action.REPLACE, target, null, id, content, null));
    }

    CurationResult remove(Target target, String match) {
        return curated.curate(request(Action.REMOVE, target, null, null, null, match));
    }

    static CurationRequest request(
            Action action,
            Target target,
            @Nullable String kind,
            @Nullable String id,
            @Nullable String content,
            @Nullable String match) {
        return request("default", null, action, target, kind, id, content, match, Origin.AGENT_TOOL);
    }

    static CurationRequest request(
            String workspace,
            @Nullable String user,
            Action action,
            Target target,
            @Nullable String kind,
            @Nullable String id,
            @Nullable String content,
            @Nullable String match,
            Origin origin) {
        return new CurationRequest(
                workspace,
                user,
                action,
                target,
                kind,
                id,
                content,
                match,
                null,
                "task-1",
                origin,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")));
    }

    List<String> texts(@Nullable Target target) {
        return curated.list(SCOPE, target, null, 500).stream()
                .map(MemoryRecord::text)
                .toList();
    }

    String file(Target target) {
        try {
            return Files.readString(folder.resolve(Mirror.path(target)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Target target, String text) {
        try {
            Path file = folder.resolve(Mirror.path(target));
            Files.createDirectories(folder.resolve(".cowork"));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
