package tacit.memory.relationship;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.memory.RelationshipItem;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The stored items: their order, their keys and what changes about them. Immutable. */
final class Items {

    static final String COMMITMENTS = kind(Layer.COMMITMENTS);
    static final String HISTORY = kind(Layer.HISTORY);

    private static final int MOST = 300;
    private static final int LONGEST = 220;

    /** Open ones by due time first, then open ones, then by confidence, then those changed last. */
    private static final Comparator<MemoryRecord> ORDER = Comparator.comparing(Items::dueOrLast)
            .thenComparing(item -> !isOpen(item))
            .thenComparing(MemoryRecord::confidence, Comparator.reverseOrder())
            .thenComparing(MemoryRecord::updatedAt, Comparator.reverseOrder());

    private final MemoryStore store;

    Items(MemoryStore store) {
        this.store = store;
    }

    static String kind(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT);
    }

    static boolean isOpen(MemoryRecord item) {
        return item.attribute("status").orElse("").equals("open");
    }

    static boolean isDone(MemoryRecord item) {
        return item.attribute("status").orElse("").equals("done");
    }

    static Optional<Instant> due(MemoryRecord item) {
        return item.attribute("due").map(Instant::parse);
    }

    private static Instant dueOrLast(MemoryRecord item) {
        return isOpen(item) ? due(item).orElse(Instant.MAX) : Instant.MAX;
    }

    /** All active items of a scope, in their order. */
    List<MemoryRecord> all(Scope scope) {
        MemoryFilter filter = MemoryFilter.active(RelationshipMemory.LAYER);
        MemoryFilter own = scope.user()
                .map(user -> filter.withScope(MemoryScope.ofUser(user)))
                .orElse(filter);
        return store.list(scope, own, PageRequest.first(PageRequest.MAX_LIMIT)).rows().stream()
                .sorted(ORDER)
                .toList();
    }

    /** The whole active history of a scope, whoever's it is. */
    List<MemoryRecord> history(Scope scope) {
        MemoryFilter filter = MemoryFilter.active(RelationshipMemory.LAYER).withKinds(List.of(HISTORY));
        MemoryFilter own = scope.user()
                .map(user -> filter.withScope(MemoryScope.ofUser(user)))
                .orElse(filter);
        return MemoryWalk.over(store, scope, own).toList();
    }

    /** Stores an item, or confirms the one under its key. */
    MemoryRecord put(RelationshipItem item, String key, Instant now, Map<String, String> more) {
        Scope scope = new Scope(item.workspaceId(), item.userId());
        SortedMap<String, String> attributes = attributes(item, more);
        MemoryStore.Stored stored = store.add(draft(item, key, now, attributes));
        if (stored.added()) {
            trim(scope);
            return stored.record();
        }
        MemoryRecord known = stored.record();
        MemoryChange again = MemoryChange.NONE
                .confirmed(now, Math.max(known.confidence(), item.confidence()))
                .withEvidence(item.evidence())
                .withAttributes(attributes);
        MemoryChange change =
                known.text().equals(bounded(item.text())) ? again : again.withText(bounded(item.text()), key);
        return store.change(scope, known.id(), change).orElse(known);
    }

    /** What stands for the same item again. */
    static String key(RelationshipItem item) {
        return String.join(
                "|",
                kind(item.layer()),
                bounded(item.text()).toLowerCase(Locale.ROOT),
                orEmpty(item.contactId()),
                orEmpty(item.companyId()));
    }

    private static MemoryDraft draft(
            RelationshipItem item, String key, Instant now, SortedMap<String, String> attributes) {
        String text = bounded(item.text());
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text must not be empty");
        }
        String contact = item.contactId();
        return new MemoryDraft(
                item.workspaceId(),
                RelationshipMemory.LAYER,
                kind(item.layer()),
                contact == null ? item.userId() : contact,
                text,
                MemoryScope.ofUser(item.userId()),
                Visibility.PRIVATE,
                item.source() == RelationshipItem.Source.TASK ? TrustLane.RESULT : TrustLane.STATEMENT,
                item.evidence(),
                item.confidence(),
                now,
                null,
                key,
                attributes);
    }

    private static SortedMap<String, String> attributes(RelationshipItem item, Map<String, String> more) {
        SortedMap<String, String> attributes = new TreeMap<>(more);
        attributes.put("source", item.source().name().toLowerCase(Locale.ROOT));
        attributes.put("status", item.layer() == Layer.COMMITMENTS ? "open" : "");
        attributes.put("due", item.due() == null ? "" : item.due().toString());
        attributes.put("contact", orEmpty(item.contactId()));
        attributes.put("company", orEmpty(item.companyId()));
        attributes.put("task", orEmpty(item.taskId()));
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    Optional<MemoryRecord> close(Scope scope, String id, List<Evidence> evidence) {
        boolean open = store.find(scope, id)
                .filter(item -> item.layer().equals(RelationshipMemory.LAYER) && isOpen(item))
                .isPresent();
        MemoryChange done =
                MemoryChange.NONE.withEvidence(evidence).withAttributes(new TreeMap<>(Map.of("status", "done")));
        return open ? store.change(scope, id, done) : Optional.empty();
    }

    void putAside(Scope scope, MemoryRecord item) {
        store.change(scope, item.id(), MemoryChange.NONE.withState(MemoryState.ARCHIVED));
    }

    private void trim(Scope scope) {
        all(scope).stream().skip(MOST).forEach(item -> putAside(scope, item));
    }

    static String bounded(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
