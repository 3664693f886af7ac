package tacit.pulse.dreams;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Evidence;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WriteGate;
import tacit.api.memory.WriteTarget;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Keeps in the archive what a candidate says, or puts a memory of it aside, through the gate and the archive's own writer. Thread-safe. */
final class ArchiveOwner implements Owner {

    private static final String LAYER = "archive";
    private static final String NOISE = "[NOISE] ";

    private final Memories memories;
    private final MemoryStore store;
    private final WriteGate gate;

    ArchiveOwner(Memories memories, MemoryStore store, WriteGate gate) {
        this.memories = memories;
        this.store = store;
        this.gate = gate;
    }

    @Override
    public Memo before(DreamCandidate candidate) {
        return new Memo(subject(candidate).map(Memo.Old::of).stream().toList());
    }

    private Optional<MemoryRecord> subject(DreamCandidate candidate) {
        String id = candidate.draft().subjectId();
        return id == null ? Optional.empty() : store.find(scope(candidate), id);
    }

    private static Scope scope(DreamCandidate candidate) {
        return new Scope(candidate.workspaceId(), candidate.userId());
    }

    private static boolean marks(DreamCandidate candidate) {
        return candidate.draft().action() == DreamAction.ARCHIVE_MARK_STALE;
    }

    @Override
    public Deed apply(DreamCandidate candidate, List<Evidence> evidence) {
        if (marks(candidate)) {
            String id = Objects.requireNonNullElse(candidate.draft().subjectId(), "");
            return write(candidate, MemoryPayload.PUT_ASIDE, named(candidate, id), Origin.DREAMING, evidence);
        }
        return write(
                candidate, MemoryPayload.KEEP, MemoryPayload.of(draft(candidate, evidence)), Origin.DREAMING, evidence);
    }

    private static SortedMap<String, String> named(DreamCandidate candidate, String id) {
        SortedMap<String, String> payload = new TreeMap<>();
        payload.put(MemoryWrite.ID, id);
        if (candidate.userId() != null) {
            payload.put(MemoryWrite.USER, candidate.userId());
        }
        return payload;
    }

    private Deed write(
            DreamCandidate candidate,
            String action,
            SortedMap<String, String> payload,
            Origin origin,
            List<Evidence> evidence) {
        WriteTarget archive = Memories.needed(memories.archive(), "archive");
        MemoryWrite write = new MemoryWrite(
                candidate.workspaceId(),
                MemoryWrite.Target.ARCHIVE,
                action,
                origin,
                null,
                payload,
                candidate.draft().currentValue(),
                candidate.draft().rationale(),
                evidence);
        GateDecision decision = gate.evaluate(write);
        return switch (decision.answer()) {
            case ALLOWED -> Deed.done(archive.apply(write), null);
            case STAGED -> Deed.staged(decision.pendingId());
            case BLOCKED -> Deed.refused(decision.words());
        };
    }

    private static MemoryDraft draft(DreamCandidate candidate, List<Evidence> evidence) {
        String user = candidate.userId();
        ArchiveType type = type(candidate.draft().action());
        boolean noise = candidate.draft().action() == DreamAction.IGNORED_NOISE_PATTERN;
        String text = (noise ? NOISE : "") + candidate.draft().proposedValue();
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("origin", ArchiveOrigin.HEARTBEAT.word());
        attributes.put("privacy", (user == null ? ArchivePrivacy.NORMAL : ArchivePrivacy.PRIVATE).word());
        attributes.put(Gathering.DREAM, candidate.id());
        return new MemoryDraft(
                candidate.workspaceId(),
                LAYER,
                type.word(),
                candidate.draft().action().word().replace('_', ' '),
                text,
                user == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(user),
                user == null ? Visibility.SHARED : Visibility.PRIVATE,
                candidate.edited() == null ? TrustLane.INFERENCE : TrustLane.STATEMENT,
                evidence,
                candidate.draft().confidence(),
                null,
                null,
                "dream-" + candidate.id(),
                attributes);
    }

    private static ArchiveType type(DreamAction action) {
        return switch (action) {
            case CORRECTION -> ArchiveType.CORRECTION_RULE;
            case CONSTRAINT -> ArchiveType.CONSTRAINT;
            case RECURRING_TASK -> ArchiveType.WORKFLOW_PATTERN;
            case IGNORED_NOISE_PATTERN -> ArchiveType.PREFERENCE;
            case OPEN_LOOP, CURATED_ADD, CURATED_REPLACE, CURATED_ARCHIVE, ARCHIVE_MARK_STALE, TOPIC_PACK_UPDATE ->
                ArchiveType.OBSERVATION;
        };
    }

    @Override
    public Optional<String> done(DreamCandidate candidate) {
        if (marks(candidate)) {
            return subject(candidate)
                    .filter(memory -> memory.state() == MemoryState.ARCHIVED)
                    .map(MemoryRecord::id);
        }
        TreeMap<String, String> named = new TreeMap<>();
        named.put(Gathering.DREAM, candidate.id());
        return store
                .list(scope(candidate), MemoryFilter.active(LAYER).withAttributes(named), PageRequest.first(1))
                .rows()
                .stream()
                .map(MemoryRecord::id)
                .findFirst();
    }

    @Override
    public Deed undo(DreamCandidate candidate, Memo memo, Evidence statement) {
        String applied = Objects.requireNonNullElse(candidate.appliedId(), "");
        return write(
                candidate,
                marks(candidate) ? MemoryPayload.TAKE_BACK : MemoryPayload.PUT_ASIDE,
                named(candidate, applied),
                Origin.SYSTEM,
                List.of(statement));
    }
}
