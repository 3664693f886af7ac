package tacit.pulse.dreams;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Changes curated entries through the curated memory. Thread-safe. */
final class CuratedOwner implements Owner {

    private static final String LAYER = "curated";
    private static final int LONGEST = 320;
    private static final int LONGEST_REASON = 300;

    private final Memories memories;
    private final MemoryStore store;

    CuratedOwner(Memories memories, MemoryStore store) {
        this.memories = memories;
        this.store = store;
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

    @Override
    public Deed apply(DreamCandidate candidate, List<Evidence> evidence) {
        String text = candidate.draft().proposedValue();
        Action action = action(candidate);
        if (action != Action.REMOVE && text.length() > LONGEST) {
            return Deed.refused("A curated entry has at most " + LONGEST + " characters, this has " + text.length());
        }
        String subject = candidate.draft().subjectId();
        CurationResult result = curated()
                .curate(request(
                        candidate,
                        action,
                        null,
                        subject,
                        action == Action.REMOVE ? null : text,
                        Origin.DREAMING,
                        evidence));
        return deed(result, candidate);
    }

    private static Action action(DreamCandidate candidate) {
        DreamAction action = candidate.draft().action();
        return action == DreamAction.CURATED_ADD
                ? Action.ADD
                : action == DreamAction.CURATED_REPLACE ? Action.REPLACE : Action.REMOVE;
    }

    private CuratedMemory curated() {
        return Memories.needed(memories.curated, "curated-memory");
    }

    private CurationRequest request(
            DreamCandidate candidate,
            Action action,
            @Nullable String kind,
            @Nullable String id,
            @Nullable String content,
            Origin origin,
            List<Evidence> evidence) {
        Target target = candidate.userId() == null ? Target.WORKSPACE : Target.USER;
        return new CurationRequest(
                candidate.workspaceId(),
                candidate.userId(),
                action,
                target,
                kind,
                id,
                content,
                null,
                Gathering.bounded(candidate.draft().rationale(), LONGEST_REASON),
                null,
                origin,
                evidence);
    }

    private Deed deed(CurationResult result, DreamCandidate candidate) {
        return switch (result.status()) {
            case DONE -> {
                MemoryRecord entry = Objects.requireNonNull(result.entry());
                List<Memo.Old> before = new ArrayList<>();
                for (String id : result.superseded()) {
                    store.find(scope(candidate), id).map(Memo.Old::of).ifPresent(before::add);
                }
                yield Deed.done(entry.id(), new Memo(before));
            }
            case STAGED -> Deed.staged(result.pendingId());
            case REFUSED -> Deed.refused(result.words());
        };
    }

    @Override
    public Optional<String> done(DreamCandidate candidate) {
        String text = candidate.draft().proposedValue();
        return switch (action(candidate)) {
            case ADD -> active(candidate, text);
            case REPLACE ->
                subject(candidate)
                        .filter(entry -> entry.state() == MemoryState.ACTIVE
                                && entry.text().equals(text))
                        .map(MemoryRecord::id)
                        .or(() -> subject(candidate)
                                .filter(entry -> entry.state() != MemoryState.ACTIVE)
                                .flatMap(entry -> active(candidate, text)));
            case REMOVE ->
                subject(candidate)
                        .filter(entry -> entry.state() != MemoryState.ACTIVE)
                        .map(MemoryRecord::id);
        };
    }

    private Optional<String> active(DreamCandidate candidate, String text) {
        return store
                .list(scope(candidate), MemoryFilter.active(LAYER).withText(text), PageRequest.first(100))
                .rows()
                .stream()
                .filter(entry -> entry.text().equalsIgnoreCase(text))
                .map(MemoryRecord::id)
                .findFirst();
    }

    @Override
    public Deed undo(DreamCandidate candidate, Memo memo, Evidence statement) {
        String applied = Objects.requireNonNullElse(candidate.appliedId(), "");
        String subject = candidate.draft().subjectId();
        List<Memo.Old> again = new ArrayList<>(memo.before());
        Action action = action(candidate);
        CurationResult first = null;
        if (action == Action.REPLACE) {
            Memo.Old old = again.stream()
                    .filter(one -> one.id().equals(subject))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nobody knows what stood there before"));
            again.remove(old);
            first = replaced(candidate, applied, old, statement);
        } else if (action == Action.ADD && holds(candidate, applied)) {
            first = curated()
                    .curate(request(candidate, Action.REMOVE, null, applied, null, Origin.SYSTEM, List.of(statement)));
        }
        if (first != null && first.status() != CurationResult.Status.DONE) {
            return deed(first, candidate);
        }
        return again(candidate, again, statement, applied);
    }

    private boolean holds(DreamCandidate candidate, String id) {
        return store.find(scope(candidate), id)
                .filter(entry -> entry.state() == MemoryState.ACTIVE)
                .isPresent();
    }

    private @Nullable CurationResult replaced(
            DreamCandidate candidate, String applied, Memo.Old old, Evidence statement) {
        boolean there = store.find(scope(candidate), applied)
                .filter(entry ->
                        entry.state() == MemoryState.ACTIVE && entry.text().equals(old.text()))
                .isPresent();
        return there
                ? null
                : curated()
                        .curate(request(
                                candidate,
                                Action.REPLACE,
                                null,
                                applied,
                                old.text(),
                                old.stated() ? Origin.SYSTEM : Origin.DREAMING,
                                evidence(old, statement)));
    }

    /** What a user stated comes back as a statement, what was concluded as a conclusion. */
    private static List<Evidence> evidence(Memo.Old old, Evidence statement) {
        return old.stated() ? List.of(statement) : List.of(Evidence.of(Evidence.Kind.MEMORY, old.id()));
    }

    private Deed again(DreamCandidate candidate, List<Memo.Old> olds, Evidence statement, String applied) {
        String id = applied;
        for (Memo.Old old : olds) {
            CurationResult result = curated()
                    .curate(request(
                            candidate,
                            Action.ADD,
                            old.kind(),
                            null,
                            old.text(),
                            old.stated() ? Origin.SYSTEM : Origin.DREAMING,
                            evidence(old, statement)));
            if (result.status() != CurationResult.Status.DONE) {
                return deed(result, candidate);
            }
            id = Objects.requireNonNull(result.entry()).id();
        }
        return Deed.done(id, null);
    }
}
