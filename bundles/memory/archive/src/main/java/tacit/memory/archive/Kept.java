package tacit.memory.archive;

import java.time.Instant;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.RetentionPlan;

/**
 * What the upkeep has to know of a memory, without its words.
 *
 * @param guarded whether it never goes by itself
 * @param tier where it stands, from 0 for the shortest
 * @param since when its time began
 * @param aside why it was put aside; empty when it was not
 * @param asideAt when; the epoch when it was not
 */
record Kept(
        String id,
        String type,
        boolean guarded,
        int tier,
        long uses,
        Instant createdAt,
        Instant since,
        String aside,
        Instant asideAt,
        long characters,
        String title) {

    private static final int LONGEST_TITLE = 96;

    static Kept of(MemoryRecord record) {
        Instant kept = record.attribute(Fields.KEPT_AT).map(Instant::parse).orElse(record.createdAt());
        return new Kept(
                record.id(),
                record.kind(),
                Fields.isProtected(record),
                Tiering.tier(record.attribute(Fields.TIER).orElse("")),
                record.uses(),
                record.createdAt(),
                kept.isAfter(record.createdAt()) ? kept : record.createdAt(),
                record.attribute(Fields.ASIDE).orElse(""),
                record.attribute(Fields.ASIDE_AT).map(Instant::parse).orElse(Instant.EPOCH),
                Counting.characters(record),
                Texts.shortened(Fields.snippet(record), LONGEST_TITLE));
    }

    boolean isAside(RetentionPlan.Reason reason) {
        return aside.equals(reason.name());
    }

    RetentionPlan.Due due(RetentionPlan.Reason reason) {
        return new RetentionPlan.Due(id, type, createdAt, reason, title);
    }
}
