package tacit.pulse.dreams;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.ingest.Redactor;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WriteGate;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamState;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Lets people decide on candidates; the audit log says so before anything happens. Thread-safe. */
@Component(service = {DreamReview.class, StoredReview.class})
public final class StoredReview implements DreamReview {

    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final CoreParts core;
    private final WriteGate gate;
    private final AuditLog audit;
    private final Redactor redactor;
    private final Clock clock;
    private final Applying applying;

    @Activate
    public StoredReview(
            @Reference Database database,
            @Reference CoreParts core,
            @Reference Memories memories,
            @Reference MemoryStore store,
            @Reference WriteGate gate,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this.database = database;
        this.core = core;
        this.gate = gate;
        this.audit = audit;
        this.redactor = redactor;
        this.clock = clock;
        applying = new Applying(database, memories, store, gate, clock);
        database.migrate("tacit.pulse.dreams", StoredReview.class);
    }

    /** Puts in order what a crash left in hand; to be called before anything else runs. */
    int recover() {
        return applying.recover();
    }

    /** Says of accepted candidates what the gate decided meanwhile. */
    void settle() {
        database.read(session -> new CandidateRows(session).inState(DreamState.ACCEPTED)).stream()
                .map(Stored::candidate)
                .filter(candidate -> candidate.pendingId() != null)
                .forEach(applying::settle);
    }

    @Override
    public Page<DreamRun> runs(Scope scope, DreamRun.@Nullable Status status, PageRequest page) {
        return database.read(session -> new RunRows(session).list(scope.workspaceId(), status, page));
    }

    @Override
    public Optional<DreamRun> run(Scope scope, String id) {
        return database.read(session -> new RunRows(session).find(scope.workspaceId(), id));
    }

    @Override
    public Page<DreamCandidate> list(Scope scope, Filter filter, PageRequest page) {
        return database.read(session -> new CandidateRows(session).list(scope, filter, page));
    }

    @Override
    public Optional<DreamCandidate> find(Scope scope, String id) {
        return database.read(session -> new CandidateRows(session).find(scope, id))
                .map(Stored::candidate);
    }

    @Override
    public DreamCandidate accept(Scope scope, String id, String by) {
        DreamCandidate candidate = settled(scope, id);
        if (candidate.state() != DreamState.PROPOSED && candidate.state() != DreamState.ACCEPTED) {
            throw forbidden(candidate, "accepted");
        }
        String off = core.off();
        if (!off.isEmpty()) {
            throw new IllegalStateException("Cannot apply candidate '" + id + "': " + off);
        }
        Evidence statement = say("dream.accept", candidate, by);
        if (candidate.state() == DreamState.PROPOSED) {
            move(candidate, DreamState.ACCEPTED, Moves.With.by(by, "accepted"));
        }
        boolean vouched = candidate.edited() != null || Sources.of(candidate).isEmpty();
        applying.apply(reread(scope, id), vouched ? List.of(statement) : List.of());
        return reread(scope, id);
    }

    @Override
    public DreamCandidate edit(Scope scope, String id, String proposedValue, String by) {
        DreamCandidate candidate = whole(scope, id).candidate();
        String text = redactor.redact(proposedValue.strip()).text();
        if (text.isEmpty() || text.length() > DreamDraft.LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "proposedValue must have 1 to " + DreamDraft.LONGEST_VALUE + " characters, got " + text.length());
        }
        if (candidate.state() != DreamState.PROPOSED) {
            throw forbidden(candidate, "edited");
        }
        say("dream.edit", candidate, by);
        int changed = database.write(session -> session.update(
                "UPDATE dreaming_candidates SET edited_from = COALESCE(edited_from, proposed_value), proposed_value = ?,"
                        + " updated_at = ? WHERE workspace_id = ? AND id = ? AND state = 'PROPOSED'",
                text,
                now(),
                candidate.workspaceId(),
                id));
        if (changed == 0) {
            throw forbidden(reread(scope, id), "edited");
        }
        return reread(scope, id);
    }

    @Override
    public DreamCandidate reject(Scope scope, String id, String by, @Nullable String reason) {
        DreamCandidate candidate = settled(scope, id);
        if (candidate.state() != DreamState.PROPOSED && candidate.state() != DreamState.ACCEPTED) {
            throw forbidden(candidate, "rejected");
        }
        say("dream.reject", candidate, by);
        withdraw(candidate, by);
        String words = reason == null || reason.isBlank()
                ? "rejected"
                : Gathering.bounded(redactor.redact(reason.strip()).text(), LONGEST_REASON);
        move(candidate, DreamState.REJECTED, new Moves.With(by, words, null, "", null));
        return reread(scope, id);
    }

    @Override
    public DreamCandidate archive(Scope scope, String id, String by) {
        DreamCandidate candidate = whole(scope, id).candidate();
        if (candidate.state() != DreamState.PROPOSED) {
            throw forbidden(candidate, "archived");
        }
        say("dream.archive", candidate, by);
        move(candidate, DreamState.ARCHIVED, Moves.With.by(by, "archived"));
        return reread(scope, id);
    }

    @Override
    public DreamCandidate undo(Scope scope, String id, String by) {
        DreamCandidate candidate = settled(scope, id);
        switch (candidate.state()) {
            case APPLIED -> applying.undo(whole(scope, id), by, say("dream.undo", candidate, by));
            case ACCEPTED, REJECTED, ARCHIVED -> {
                say("dream.undo", candidate, by);
                withdraw(candidate, by);
                reopen(candidate, by);
            }
            case PROPOSED, APPLYING, UNDOING, UNDONE -> throw forbidden(candidate, "taken back");
        }
        return reread(scope, id);
    }

    private void reopen(DreamCandidate candidate, String by) {
        boolean done = database.write(session -> {
            boolean rival = new CandidateRows(session)
                            .of(
                                    candidate.workspaceId(),
                                    CandidateRows.owner(candidate),
                                    candidate.draft().key(),
                                    50)
                            .stream()
                            .anyMatch(
                                    other -> other.state().open() && !other.id().equals(candidate.id()));
            return !rival
                    && new Moves(session)
                            .move(
                                    candidate,
                                    candidate.state(),
                                    DreamState.PROPOSED,
                                    new Moves.With(by, "proposed again", null, "", null),
                                    now());
        });
        if (!done) {
            throw new IllegalStateException(
                    "Cannot propose candidate '" + candidate.id() + "' again: another one of its fact is open");
        }
    }

    /** Takes the write that waits for a candidate out of the gate's queue. */
    private void withdraw(DreamCandidate candidate, String by) {
        String pending = candidate.pendingId();
        if (pending != null) {
            gate.reject(Scope.ofWorkspace(candidate.workspaceId()), pending, by, "Its dream was turned down");
        }
    }

    private void move(DreamCandidate candidate, DreamState to, Moves.With with) {
        boolean moved =
                database.write(session -> new Moves(session).move(candidate, candidate.state(), to, with, now()));
        if (!moved) {
            throw new IllegalStateException("Cannot move candidate '" + candidate.id() + "' to " + to.word()
                    + ": somebody else decided meanwhile");
        }
    }

    private Evidence say(String act, DreamCandidate candidate, String by) {
        long entry = audit.write(by, act, candidate.id(), Map.of("workspace", candidate.workspaceId()))
                .sequence();
        return Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry));
    }

    /** As it stands now that the gate was asked about its write. */
    private DreamCandidate settled(Scope scope, String id) {
        DreamCandidate candidate = whole(scope, id).candidate();
        if (candidate.state() == DreamState.ACCEPTED && candidate.pendingId() != null) {
            applying.settle(candidate);
            return reread(scope, id);
        }
        return candidate;
    }

    private DreamCandidate reread(Scope scope, String id) {
        return whole(scope, id).candidate();
    }

    private Stored whole(Scope scope, String id) {
        return database.read(session -> new CandidateRows(session).find(scope, id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find candidate '" + id + "' in workspace '" + scope.workspaceId() + "'"));
    }

    private static IllegalStateException forbidden(DreamCandidate candidate, String act) {
        return new IllegalStateException(
                "Candidate '" + candidate.id() + "' is " + candidate.state().word() + " and cannot be " + act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
