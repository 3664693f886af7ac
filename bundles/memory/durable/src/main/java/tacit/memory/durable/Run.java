package tacit.memory.durable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.DurableContext;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The memories of one run, of one owner. Confined to one call. */
final class Run {

    static final String MESSAGE = "message";
    static final String PAYLOAD = "payload";
    static final String SUMMARY = "summary";
    static final List<String> WORDS = List.of(MESSAGE, PAYLOAD, SUMMARY);

    final MemoryStore store;
    final Scope scope;
    final MemoryScope owner;
    final String taskId;

    Run(MemoryStore store, Scope scope, String taskId) {
        this.store = store;
        this.scope = scope;
        this.owner = scope.user().map(MemoryScope::ofUser).orElse(MemoryScope.WORKSPACE);
        this.taskId = taskId;
    }

    Optional<Conversation> conversation() {
        return list(List.of(Conversation.KIND), Map.of("task", taskId), 1).stream()
                .findFirst()
                .map(Conversation::begun);
    }

    Conversation begin(Visibility visibility, List<Evidence> evidence) {
        String id = Names.id(Names.CONVERSATION, scope.workspaceId(), owner.reach() + owner.id(), taskId);
        SortedMap<String, String> attributes = new TreeMap<>(Map.of("id", id, "task", taskId));
        return Conversation.begun(store.add(draft(
                        new Draft(Conversation.KIND, "", visibility, TrustLane.RESULT, "task:" + taskId, attributes),
                        evidence))
                .record());
    }

    /** Notes how far the conversation is kept. */
    void advance(Conversation conversation) {
        store.change(scope, conversation.recordId(), MemoryChange.NONE.withAttributes(conversation.progress()));
    }

    /** What differs between the memories of a run. */
    record Draft(
            String kind,
            String text,
            Visibility visibility,
            TrustLane lane,
            String key,
            SortedMap<String, String> attributes) {}

    MemoryDraft draft(Draft draft, List<Evidence> evidence) {
        return new MemoryDraft(
                scope.workspaceId(),
                DurableContext.LAYER,
                draft.kind(),
                "",
                draft.text(),
                owner,
                draft.visibility(),
                draft.lane(),
                evidence,
                1,
                null,
                null,
                draft.key(),
                draft.attributes());
    }

    /** Memories of the owner with these attributes, those stored last first. */
    List<MemoryRecord> list(List<String> kinds, Map<String, String> attributes, int most) {
        MemoryFilter filter = MemoryFilter.active(DurableContext.LAYER)
                .withKinds(kinds)
                .withScope(owner)
                .withAttributes(new TreeMap<>(attributes));
        return store.list(scope, filter, PageRequest.first(most)).rows();
    }
}
