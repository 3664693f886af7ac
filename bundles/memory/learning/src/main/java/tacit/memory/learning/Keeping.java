package tacit.memory.learning;

import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationResult;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryEffects.Merge;
import tacit.api.memory.MemoryEffects.Promotion;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.WriteGate;
import tacit.api.store.Scope;

/** Stores what the distiller accepted, after the gate was asked. Confined to one call. */
final class Keeping {

    private final Scope scope;
    private final MemoryStore store;
    private final WriteGate gate;
    private final Clock clock;
    private final Turn turn;

    Keeping(Scope scope, MemoryStore store, WriteGate gate, Clock clock, Turn turn) {
        this.scope = Scope.ofWorkspace(scope.workspaceId());
        this.store = store;
        this.gate = gate;
        this.clock = clock;
        this.turn = turn;
    }

    void apply(MemoryEffects effects, @Nullable CuratedMemory curated) {
        for (Kept kept : effects.memories()) {
            MemoryDraft draft = kept.draft();
            turn.once(Part.MEMORIES, kept.traces(), draft.scope() + "/" + draft.key(), written -> keep(kept, written));
        }
        for (Promotion promotion : effects.curated()) {
            Object what =
                    promotion.request().userId() + "/" + promotion.request().content();
            turn.once(Part.CURATED, promotion.traces(), what, written -> promote(promotion, curated, written));
        }
        for (Merge merge : effects.merges()) {
            turn.always(Part.MEMORIES, written -> merge(merge));
        }
    }

    /** What waits for an operator, or may not be kept, is not proposed a second time. */
    private boolean keep(Kept kept, Written written) {
        GateDecision decision = gate.evaluate(write(kept));
        if (decision.answer() == GateDecision.Answer.ALLOWED) {
            written.id(Part.MEMORIES, store(kept));
        }
        written.waits(Part.MEMORIES, decision.pendingId());
        return true;
    }

    /** Answers the id under which it is kept. */
    private String store(Kept kept) {
        MemoryDraft draft = kept.draft();
        String old = kept.supersedes();
        boolean there = old != null
                && store.find(scope, old)
                        .filter(memory -> memory.state() == MemoryState.ACTIVE)
                        .isPresent();
        if (old != null && there) {
            return store.supersede(scope, old, draft).id();
        }
        MemoryStore.Stored stored = store.add(draft);
        if (!stored.added()) {
            confirm(stored.record(), draft);
        }
        return stored.record().id();
    }

    private void confirm(MemoryRecord memory, MemoryDraft draft) {
        double surer = Math.max(memory.confidence(), draft.confidence());
        store.change(
                scope,
                memory.id(),
                MemoryChange.NONE.confirmed(clock.instant(), surer).withEvidence(draft.evidence()));
    }

    /** The whole memory, so that an approval stores exactly what would have been stored at once. */
    private static MemoryWrite write(Kept kept) {
        MemoryDraft draft = kept.draft();
        SortedMap<String, String> payload = MemoryPayload.of(draft);
        String old = kept.supersedes();
        if (old != null) {
            payload.put(MemoryWrite.ID, old);
        }
        return new MemoryWrite(
                draft.workspaceId(),
                MemoryWrite.Target.ARCHIVE,
                old == null ? MemoryPayload.KEEP : MemoryPayload.SUPERSEDE,
                MemoryWrite.Origin.DISTILL,
                kept.traces().get(0),
                payload,
                null,
                "Distilled from a run",
                draft.evidence());
    }

    private static boolean promote(Promotion promotion, @Nullable CuratedMemory curated, Written written) {
        if (curated == null) {
            return false;
        }
        CurationResult result = curated.upsert(promotion.request(), promotion.confidence());
        if (result.entry() != null) {
            written.id(Part.CURATED, result.entry().id());
        }
        written.waits(Part.CURATED, result.pendingId());
        return result.status() != CurationResult.Status.REFUSED;
    }

    private boolean merge(Merge merge) {
        MemoryChange stays =
                MemoryChange.NONE.confirmed(clock.instant(), merge.confidence()).withEvidence(merge.evidence());
        if (store.change(scope, merge.id(), stays).isEmpty()) {
            return false;
        }
        List<String> others = merge.others();
        others.forEach(other -> store.change(scope, other, MemoryChange.NONE.withState(MemoryState.SUPERSEDED)));
        return !others.isEmpty();
    }
}
