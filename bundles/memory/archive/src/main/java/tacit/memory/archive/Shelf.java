package tacit.memory.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;
import tacit.memory.words.Tokens;

/** Puts memories of the archive into the store and finds them there. Stateless. */
final class Shelf {

    private static final int AT_ONCE = 200;
    private static final int MINUTES_OF_A_DUPLICATE = 5;
    private static final double CONFIDENCE = 0.62;

    private final MemoryStore store;
    private final boolean structured;

    Shelf(MemoryStore store, boolean structured) {
        this.store = store;
        this.structured = structured;
    }

    /**
     * Stores an entry, and then what can be told from its words as they were stored: without secrets.
     *
     * @param key what stands for the same again; null for none
     */
    MemoryStore.Stored put(Entry entry, @Nullable String key) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put(Fields.ORIGIN, entry.origin().word());
        attributes.put(Fields.PRIVACY, entry.privacy().word());
        put(attributes, Fields.TASK, entry.taskId());
        put(attributes, Fields.BATCH, entry.batch());
        put(attributes, Fields.IMPORT, entry.importId());
        MemoryStore.Stored stored = store.add(new MemoryDraft(
                entry.workspaceId(),
                Fields.LAYER,
                entry.type().word(),
                entry.type().word().replace('_', ' '),
                entry.content(),
                entry.reach(),
                entry.visibility(),
                entry.lane(),
                entry.evidence(),
                CONFIDENCE,
                null,
                null,
                key,
                attributes));
        return stored.added() ? new MemoryStore.Stored(described(stored.record(), entry), true) : stored;
    }

    private MemoryRecord described(MemoryRecord record, Entry entry) {
        SortedMap<String, String> told = new TreeMap<>();
        told.put(Fields.TOKENS, String.valueOf(entry.isCut() ? entry.tokens() : Tokens.of(record.text())));
        String summary = Texts.summary(record.text());
        if (!summary.isEmpty()) {
            told.put(Fields.SUMMARY, summary);
            told.put(Fields.SUMMARY_TOKENS, String.valueOf(Tokens.of(summary)));
        }
        if (entry.batch() != null) {
            told.put(Fields.DIGEST, Fields.WAITING);
        }
        if (structured) {
            told.putAll(Sidecar.of(record, Sidecar.CAPTURED, reason(record)));
        }
        return change(record, MemoryChange.NONE.withAttributes(told));
    }

    private String reason(MemoryRecord record) {
        Instant at = record.createdAt();
        MemoryFilter same = MemoryFilter.of(Fields.LAYER)
                .withAttributes(Fields.one(Sidecar.HASH, Texts.hash(record.text())))
                .within(at.minusSeconds(60L * MINUTES_OF_A_DUPLICATE), at.plusSeconds(60L * MINUTES_OF_A_DUPLICATE));
        return each(Scope.ofWorkspace(record.workspaceId()), same)
                        .anyMatch(other -> !other.id().equals(record.id()))
                ? Sidecar.DUPLICATE
                : Sidecar.CAPTURED;
    }

    MemoryRecord change(MemoryRecord record, MemoryChange change) {
        return store.change(Scope.ofWorkspace(record.workspaceId()), record.id(), change)
                .orElse(record);
    }

    Optional<MemoryRecord> find(Scope scope, String id) {
        return store.find(scope, id).filter(Fields::isArchive);
    }

    /** Those that there are, in the order of their ids. */
    List<MemoryRecord> findAll(Scope scope, List<String> ids) {
        return store.findAll(scope, ids).stream().filter(Fields::isArchive).toList();
    }

    /** One of this workspace itself, whatever its state. */
    Optional<MemoryRecord> own(Scope scope, String id) {
        return find(scope, id).filter(record -> record.workspaceId().equals(scope.workspaceId()));
    }

    /** The newest first, read as they are asked for. */
    Stream<MemoryRecord> each(Scope scope, MemoryFilter filter) {
        return each(scope, filter, AT_ONCE);
    }

    /** The newest first, so many read at once. */
    Stream<MemoryRecord> each(Scope scope, MemoryFilter filter, int atOnce) {
        return MemoryWalk.over(store, scope, filter, atOnce);
    }

    /** Those of this workspace itself. */
    Stream<MemoryRecord> eachOwn(Scope scope, MemoryFilter filter) {
        return each(scope, filter).filter(record -> record.workspaceId().equals(scope.workspaceId()));
    }

    /** Whether those who see the answer may see a memory; one of a user is for that user alone. */
    static boolean isFor(Scope scope, Audience audience, MemoryRecord record) {
        String asker = audience.userId() == null ? scope.userId() : audience.userId();
        return audience.maySee(record.visibility())
                && (record.scope().reach() != Reach.USER
                        || Objects.equals(record.scope().id(), asker));
    }

    /** Whether it can be found: it holds, and nobody took it out of sight. */
    static boolean isShown(MemoryRecord record) {
        return record.state() == MemoryState.ACTIVE && Fields.privacy(record) != ArchivePrivacy.SUPPRESSED;
    }

    static boolean isPrivate(MemoryRecord record) {
        return record.visibility() == Visibility.PRIVATE;
    }

    private static void put(SortedMap<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
