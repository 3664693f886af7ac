package tacit.pulse.dreams;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamState;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Has candidates done and taken back by the memories that own what they change; each is claimed first. Thread-safe. */
final class Applying {

    private static final Logger log = LoggerFactory.getLogger(Applying.class);
    private static final int LONGEST_WORDS = 1_000;

    private final Database database;
    private final Clock clock;
    private final WriteGate gate;
    private final Owner curated;
    private final Owner archive;
    private final Owner topics;

    Applying(Database database, Memories memories, MemoryStore store, WriteGate gate, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.gate = gate;
        curated = new CuratedOwner(memories, store);
        archive = new ArchiveOwner(memories, store, gate);
        topics = new TopicOwner(memories, clock);
    }

    private Owner owner(DreamAction action) {
        return switch (action) {
            case CURATED_ADD, CURATED_REPLACE, CURATED_ARCHIVE -> curated;
            case TOPIC_PACK_UPDATE -> topics;
            case ARCHIVE_MARK_STALE, IGNORED_NOISE_PATTERN, OPEN_LOOP, RECURRING_TASK, CONSTRAINT, CORRECTION ->
                archive;
        };
    }

    /**
     * Does an accepted candidate, unless somebody else has it in hand or its write waits.
     *
     * @param more evidence beside that of the candidate
     */
    void apply(DreamCandidate candidate, List<Evidence> more) {
        if (candidate.pendingId() != null) {
            settle(candidate);
            return;
        }
        Owner owner = owner(candidate.draft().action());
        Memo before = owner.before(candidate);
        Moves.With claim = new Moves.With(null, null, null, null, before.json());
        if (move(candidate, DreamState.ACCEPTED, DreamState.APPLYING, claim)) {
            List<Evidence> evidence = new ArrayList<>(more);
            evidence.addAll(Sources.of(candidate));
            finish(candidate, before, tried(candidate, () -> owner.apply(candidate, evidence)));
        }
    }

    /** What is tried. */
    private interface Attempt {

        Deed run();
    }

    private static Deed tried(DreamCandidate candidate, Attempt attempt) {
        try {
            return attempt.run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Deed.refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.warn("Cannot change what candidate '{}' is about", candidate.id(), e);
            return Deed.refused("It failed: " + e.getMessage());
        }
    }

    private void finish(DreamCandidate candidate, Memo before, Deed deed) {
        switch (deed.status()) {
            case DONE -> {
                List<Memo.Old> olds = new ArrayList<>(before.before());
                if (deed.memo() != null) {
                    olds.addAll(deed.memo().before());
                }
                move(
                        candidate,
                        DreamState.APPLYING,
                        DreamState.APPLIED,
                        new Moves.With(null, "applied", deed.id(), "", new Memo(olds).json()));
            }
            case STAGED ->
                move(
                        candidate,
                        DreamState.APPLYING,
                        DreamState.ACCEPTED,
                        new Moves.With(null, deed.words(), null, deed.pendingId(), null));
            case REFUSED ->
                move(
                        candidate,
                        DreamState.APPLYING,
                        DreamState.ACCEPTED,
                        Moves.With.words("Not done: " + deed.words()));
        }
    }

    /** Looks what the gate did with the write of an accepted candidate, and says so; answers whether it still waits. */
    boolean settle(DreamCandidate candidate) {
        String pending = Objects.requireNonNullElse(candidate.pendingId(), "");
        PendingWrite.Status status = gate.find(Scope.ofWorkspace(candidate.workspaceId()), pending)
                .map(PendingWrite::status)
                .orElse(PendingWrite.Status.REJECTED);
        switch (status) {
            case PENDING, APPLYING -> {
                return true;
            }
            case APPLIED -> {
                String id = owner(candidate.draft().action())
                        .done(candidate)
                        .or(() -> Optional.ofNullable(candidate.draft().subjectId()))
                        .orElse(pending);
                Moves.With claim = Moves.With.words("approved at the write gate");
                if (move(candidate, DreamState.ACCEPTED, DreamState.APPLYING, claim)) {
                    move(
                            candidate,
                            DreamState.APPLYING,
                            DreamState.APPLIED,
                            new Moves.With(null, "approved at the write gate", id, "", null));
                }
            }
            case FAILED, REJECTED -> {
                Moves.With gone = new Moves.With(null, "Not done: the write gate says " + status, null, "", null);
                if (move(candidate, DreamState.ACCEPTED, DreamState.APPLYING, gone)) {
                    move(candidate, DreamState.APPLYING, DreamState.ACCEPTED, gone);
                }
            }
        }
        return false;
    }

    /** Takes back an applied candidate; answers whether that was done. */
    boolean undo(Stored stored, String by, Evidence statement) {
        DreamCandidate candidate = stored.candidate();
        if (!move(candidate, DreamState.APPLIED, DreamState.UNDOING, Moves.With.by(by, null))) {
            return false;
        }
        Owner owner = owner(candidate.draft().action());
        Deed deed = tried(candidate, () -> owner.undo(candidate, Memo.read(stored.memo()), statement));
        if (deed.status() == Deed.Status.DONE) {
            return move(candidate, DreamState.UNDOING, DreamState.UNDONE, Moves.With.words("taken back"));
        }
        String why = deed.status() == Deed.Status.STAGED
                ? "Not taken back yet: the write '" + deed.pendingId() + "' waits at the write gate"
                : "Not taken back: " + deed.words();
        move(candidate, DreamState.UNDOING, DreamState.APPLIED, Moves.With.words(why));
        return false;
    }

    /** Looks what a crash left in hand: what was done is said to be done, and the rest may be tried again. */
    int recover() {
        List<Stored> applying = database.read(session -> new CandidateRows(session).inState(DreamState.APPLYING));
        for (Stored stored : applying) {
            DreamCandidate candidate = stored.candidate();
            Optional<String> id = owner(candidate.draft().action()).done(candidate);
            if (id.isPresent()) {
                finish(candidate, Memo.read(stored.memo()), Deed.done(id.get(), null));
            } else {
                move(
                        candidate,
                        DreamState.APPLYING,
                        DreamState.ACCEPTED,
                        Moves.With.words("Not done: the host ended before; accept it again"));
            }
        }
        List<Stored> undoing = database.read(session -> new CandidateRows(session).inState(DreamState.UNDOING));
        for (Stored stored : undoing) {
            move(
                    stored.candidate(),
                    DreamState.UNDOING,
                    DreamState.APPLIED,
                    Moves.With.words("The host ended before it was taken back; undo it again"));
        }
        return applying.size() + undoing.size();
    }

    private boolean move(DreamCandidate candidate, DreamState from, DreamState to, Moves.With with) {
        String words = with.resolution();
        Moves.With bounded = new Moves.With(
                with.by(),
                words == null ? null : Gathering.bounded(words, LONGEST_WORDS),
                with.appliedId(),
                with.pendingId(),
                with.memo());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.write(session -> new Moves(session).move(candidate, from, to, bounded, now));
    }
}
