package tacit.memory.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Row;

/** A memory with what only its tables know. Immutable. */
record StoredMemory(
        long number, MemoryRecord memory, @Nullable String keyDigest) {

    /** What a query must select and join for {@link #of}. */
    static final String SELECTED = "m.*, t.subject, t.body, t.evidence, t.attributes";

    static final String WITH_TEXTS = " JOIN memory_texts t ON t.memory_no = m.memory_no ";

    static final String SELECT = "SELECT " + SELECTED + " FROM memories m" + WITH_TEXTS;

    /** The columns of {@link #values}. */
    static final List<String> COLUMNS = List.of(
            "memory_id",
            "workspace_id",
            "group_no",
            "layer",
            "kind",
            "reach",
            "scope_id",
            "owner",
            "state",
            "visibility",
            "lane",
            "confidence",
            "valid_from",
            "valid_until",
            "superseded_by",
            "key_digest",
            "uses",
            "last_used_at",
            "confirmed_at",
            "created_at",
            "updated_at");

    static StoredMemory of(Row row) {
        MemoryRecord memory = new MemoryRecord(
                row.text("memory_id"),
                row.text("workspace_id"),
                row.text("layer"),
                row.text("kind"),
                row.text("subject"),
                row.text("body"),
                new MemoryScope(Reach.valueOf(row.text("reach")), row.text("scope_id")),
                Visibility.valueOf(row.text("visibility")),
                TrustLane.valueOf(row.text("lane")),
                Json.evidence(row.text("evidence")),
                row.real("confidence"),
                row.optionalTime("valid_from").orElse(null),
                row.optionalTime("valid_until").orElse(null),
                MemoryState.valueOf(row.text("state")),
                row.optionalText("superseded_by").orElse(null),
                row.number("uses"),
                row.optionalTime("last_used_at").orElse(null),
                row.time("confirmed_at"),
                row.time("created_at"),
                row.time("updated_at"),
                Json.attributes(row.text("attributes")));
        return new StoredMemory(
                row.number("memory_no"), memory, row.optionalText("key_digest").orElse(null));
    }

    /** The same memory with other contents, under a key. */
    StoredMemory with(MemoryRecord changed, @Nullable String newKeyDigest) {
        return new StoredMemory(number, changed, newKeyDigest);
    }

    boolean active() {
        return memory.state() == MemoryState.ACTIVE;
    }

    @Nullable
    Object[] values(long groupNumber) {
        return new @Nullable Object[] {
            memory.id(),
            memory.workspaceId(),
            groupNumber,
            memory.layer(),
            memory.kind(),
            memory.scope().reach().name(),
            memory.scope().id(),
            Group.of(memory).owner(),
            memory.state().name(),
            memory.visibility().name(),
            memory.lane().name(),
            memory.confidence(),
            memory.validFrom(),
            memory.validUntil(),
            memory.supersededBy(),
            keyDigest,
            memory.uses(),
            memory.lastUsedAt(),
            memory.confirmedAt(),
            memory.createdAt(),
            memory.updatedAt()
        };
    }
}
