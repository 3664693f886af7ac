package tacit.memory.transcripts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.Checkpoints;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * The memories in which the last state of a run lies: one that says what it is, and pieces of its history in two slots, of which
 * the first names the valid one. What takes the place of something else is written beside it first. Confined to one call.
 */
final class CheckpointShelf {

    static final String STATE = "checkpoint";
    static final String PIECE = "checkpoint_piece";
    static final String TASK = "task";
    static final String SLOT = "slot";
    static final String JSON = "json";
    private static final String NUMBER = "piece";

    private final MemoryStore store;
    private final Scope scope;
    private final MemoryScope owner;
    private final String taskId;

    CheckpointShelf(MemoryStore store, Scope scope, String taskId) {
        this.store = store;
        this.scope = scope;
        this.owner = scope.user().map(MemoryScope::ofUser).orElse(MemoryScope.WORKSPACE);
        this.taskId = taskId;
    }

    /** The memory of the owner's state, which may hold none any more. */
    Optional<MemoryRecord> state() {
        return list(store, scope, filter(STATE, Map.of(TASK, taskId)).withScope(owner), 1).stream()
                .findFirst();
    }

    MemoryRecord begin(Visibility visibility, List<Evidence> evidence) {
        return store.add(draft(STATE, visibility, evidence, TASK + ":" + taskId, new TreeMap<>(Map.of(TASK, taskId))))
                .record();
    }

    /** Puts the pieces into the slot that is not valid, and makes it so with all else that the state says. */
    MemoryRecord put(MemoryRecord before, Visibility visibility, List<String> pieces, SortedMap<String, String> said) {
        String old = before.attributes().getOrDefault(SLOT, "b");
        String slot = old.equals("a") ? "b" : "a";
        fill(before, visibility, slot, pieces);
        SortedMap<String, String> attributes = new TreeMap<>(said);
        attributes.put(SLOT, slot);
        attributes.put("pieces", String.valueOf(pieces.size()));
        MemoryRecord after = store.change(
                        scope,
                        before.id(),
                        MemoryChange.NONE.withAttributes(attributes).withVisibility(visibility))
                .orElse(before);
        fill(before, visibility, old, List.of());
        return after;
    }

    private void fill(MemoryRecord state, Visibility visibility, String slot, List<String> pieces) {
        List<MemoryRecord> there = pieces(store, scope, state, slot);
        for (int i = 0; i < Math.max(pieces.size(), there.size()); i++) {
            SortedMap<String, String> attributes = new TreeMap<>();
            attributes.put(JSON, i < pieces.size() ? pieces.get(i) : "");
            if (i < there.size()) {
                store.change(
                        scope,
                        there.get(i).id(),
                        MemoryChange.NONE.withAttributes(attributes).withVisibility(visibility));
            } else {
                attributes.put(TASK, taskId);
                attributes.put("state", state.id());
                attributes.put(SLOT, slot);
                attributes.put(NUMBER, String.valueOf(i));
                store.add(draft(
                        PIECE,
                        visibility,
                        List.of(new Evidence(Evidence.Kind.MEMORY, state.id(), i, i + 1)),
                        state.id() + "/" + slot + "/" + i,
                        attributes));
            }
        }
    }

    /** The pieces of a slot in their order. */
    static List<MemoryRecord> pieces(MemoryStore store, Scope scope, MemoryRecord state, String slot) {
        return list(
                        store,
                        scope,
                        filter(PIECE, Map.of("state", state.id(), SLOT, slot)).withScope(state.scope()),
                        PageRequest.MAX_LIMIT)
                .stream()
                .sorted(Comparator.comparingInt(
                        piece -> Integer.parseInt(piece.attributes().getOrDefault(NUMBER, "0"))))
                .toList();
    }

    private MemoryDraft draft(
            String kind,
            Visibility visibility,
            List<Evidence> evidence,
            String key,
            SortedMap<String, String> attributes) {
        return new MemoryDraft(
                scope.workspaceId(),
                Checkpoints.LAYER,
                kind,
                "",
                "",
                owner,
                visibility,
                TrustLane.INFERENCE,
                evidence,
                1,
                null,
                null,
                key,
                attributes);
    }

    static MemoryFilter filter(String kind, Map<String, String> attributes) {
        return MemoryFilter.active(Checkpoints.LAYER)
                .withKinds(List.of(kind))
                .withAttributes(new TreeMap<>(attributes));
    }

    static List<MemoryRecord> list(MemoryStore store, Scope scope, MemoryFilter filter, int most) {
        return store.list(scope, filter, PageRequest.first(most)).rows();
    }

    /** Whether it may be shown: the store knows whose it is, not who looks. */
    static boolean seen(MemoryRecord memory, Audience audience) {
        boolean own =
                memory.scope().reach() != Reach.USER || memory.scope().id().equals(audience.userId());
        return audience.maySee(memory.visibility()) && (own || memory.visibility() != Visibility.PRIVATE);
    }
}
