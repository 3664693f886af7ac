package tacit.memory.curated;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.CurationResult.Status;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WriteGate;
import tacit.api.store.Scope;

/** Curates entries in the store and shows them in the workspace's files. Thread-safe; keeps no entry. */
@Component(property = Role.PROPERTY + "=curated-memory")
public final class StoredCuratedMemory implements CuratedMemory {

    private static final int MOST_LISTED = 500;
    private static final int MOST_READ = 100;

    private final WriteGate gate;
    private final Entries entries;
    private final Editing editing;
    private final Mirror mirror;
    private final BlockMigration migration;
    private final Turns edits = new Turns();
    private final Turns shows = new Turns();

    @Activate
    public StoredCuratedMemory(
            @Reference MemoryStore store,
            @Reference WorkspaceFiles files,
            @Reference WriteGate gate,
            @Reference Clock clock) {
        this.gate = gate;
        entries = new Entries(store);
        editing = new Editing(store, clock);
        mirror = new Mirror(files, entries);
        migration = new BlockMigration(store, files, gate, clock);
    }

    @Override
    public CurationResult curate(CurationRequest request) {
        Edit.Act act =
                switch (request.action()) {
                    case ADD -> Edit.Act.ADD;
                    case REPLACE -> Edit.Act.REPLACE;
                    case REMOVE -> Edit.Act.REMOVE;
                };
        return curate(request, act, Edit.ASKED);
    }

    @Override
    public CurationResult upsert(CurationRequest request, double confidence) {
        if (request.action() != Action.ADD) {
            return refused("action must be add, got " + request.action());
        }
        return curate(request, Edit.Act.UPSERT, confidence);
    }

    private CurationResult curate(CurationRequest request, Edit.Act act, double confidence) {
        try {
            Edit edit = Edit.of(request, act, confidence);
            CurationResult result = edits.take(request.workspaceId(), () -> {
                // The file is about to be written: what it shows of another host's entries would be lost
                migration.atFirstContact(request.workspaceId());
                return curate(request, edit);
            });
            return result.status() == Status.DONE ? shown(edit, result) : result;
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private CurationResult curate(CurationRequest request, Edit edit) {
        MemoryRecord meant = meant(request, edit);
        Edit exact = meant == null ? edit : edit.withId(meant.id());
        GateDecision decision = gate.evaluate(exact.write(meant == null ? null : meant.text()));
        return switch (decision.answer()) {
            case BLOCKED -> refused(decision.words());
            case STAGED ->
                new CurationResult(Status.STAGED, null, List.of(), null, decision.pendingId(), decision.words());
            case ALLOWED -> {
                Editing.Done done = editing.apply(exact);
                yield new CurationResult(Status.DONE, done.entry(), done.superseded(), null, null, "");
            }
        };
    }

    private @Nullable MemoryRecord meant(CurationRequest request, Edit edit) {
        if (request.action() == Action.ADD) {
            return null;
        }
        String id = request.id();
        if (id != null && !id.isBlank()) {
            return entries.find(edit, id)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "id must name an entry of this workspace and target, got '" + id + "'"));
        }
        String match = request.match();
        if (match == null || match.isBlank()) {
            throw new IllegalArgumentException(
                    "id or match must be given to " + edit.act().word() + " an entry");
        }
        return entries.matching(edit, match);
    }

    private CurationResult shown(Edit edit, CurationResult done) {
        if (!mirror.hasFolder(edit.workspaceId())) {
            return done;
        }
        List<Mirror.Problem> problems = shows.take(edit.workspaceId(), () -> mirror.show(edit.workspaceId()));
        boolean stale = problems.stream().anyMatch(problem -> problem.target() == edit.target());
        return new CurationResult(
                Status.DONE,
                done.entry(),
                done.superseded(),
                stale ? null : Mirror.path(edit.target()),
                null,
                String.join("; ", problems.stream().map(Mirror.Problem::words).toList()));
    }

    private static CurationResult refused(String words) {
        return new CurationResult(Status.REFUSED, null, List.of(), null, null, words);
    }

    @Override
    public List<MemoryRecord> list(Scope scope, @Nullable Target target, @Nullable String kind, int limit) {
        return entries.list(scope, target, kind, within(limit, MOST_LISTED));
    }

    @Override
    public List<MemoryRecord> read(Scope scope, @Nullable Target target, @Nullable String kind, int limit) {
        int most = within(limit, MOST_READ);
        return entries.inTurns(entries.list(scope, target, kind, Integer.MAX_VALUE), most);
    }

    private static int within(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit must be in [1, " + most + "], got " + limit);
        }
        return limit;
    }
}
