package tacit.memory.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.RetentionPlan.Due;
import tacit.api.memory.RetentionPlan.Reason;
import tacit.api.store.Scope;

/** Puts aside what is too old or too much, and deletes what nobody took back in time. Stateless. */
final class Retention {

    private static final long MILLION = 1_000_000;
    private static final int AT_ONCE = 100;

    private final MemoryStore store;
    private final Shelf shelf;
    private final Duration undo;

    Retention(MemoryStore store, Shelf shelf, Duration undo) {
        this.store = store;
        this.shelf = shelf;
        this.undo = undo;
    }

    RetentionPlan plan(Scope scope, ArchiveSettings settings, Instant now) {
        Instant oldest =
                settings.retentionDays() == 0 ? Instant.MIN : now.minus(Duration.ofDays(settings.retentionDays()));
        List<Due> aside = new ArrayList<>();
        List<Due> deleted = new ArrayList<>();
        List<Kept> staying = new ArrayList<>();
        long guarded = 0;
        for (Kept kept : all(scope)) {
            boolean old = kept.since().isBefore(oldest);
            if (!kept.aside().isEmpty()) {
                boolean gone = (!kept.isAside(Reason.UNUSED) || old)
                        && !kept.asideAt().plus(undo).isAfter(now);
                if (gone) {
                    deleted.add(kept.due(old ? Reason.TOO_OLD : Reason.TOO_MUCH));
                } else if (kept.isAside(Reason.UNUSED)) {
                    staying.add(kept);
                }
            } else if (old && !kept.guarded()) {
                aside.add(kept.due(Reason.TOO_OLD));
            } else {
                guarded += old ? 1 : 0;
                staying.add(kept);
            }
        }
        long over = tooMuch(staying, settings.maxStorageMb() * MILLION, aside);
        return new RetentionPlan(aside, deleted, guarded, now.plus(undo), over);
    }

    /** The oldest are too much until the rest has room; by how much it is over all the same. */
    private static long tooMuch(List<Kept> staying, long most, List<Due> aside) {
        long over = staying.stream().mapToLong(Kept::characters).sum() - most;
        List<Kept> oldestFirst = staying.stream()
                .filter(kept -> !kept.guarded())
                .sorted(Comparator.comparing(Kept::since).thenComparing(Kept::id))
                .toList();
        for (Kept kept : oldestFirst) {
            if (over <= 0) {
                break;
            }
            aside.add(kept.due(Reason.TOO_MUCH));
            over -= kept.characters();
        }
        return Math.max(0, over);
    }

    /** Those that hold, and those that were put aside; what was taken out of sight is its owner's alone to remove. */
    private List<Kept> all(Scope scope) {
        return shelf.eachOwn(scope, MemoryFilter.of(Fields.LAYER))
                .filter(record -> record.state() == MemoryState.ACTIVE || isAside(record))
                .map(Kept::of)
                .toList();
    }

    RetentionPlan apply(Scope scope, ArchiveSettings settings, Instant now) {
        RetentionPlan plan = plan(scope, settings, now);
        plan.putAside().forEach(due -> Tiering.putAside(store, scope, due.memoryId(), due.reason(), now));
        List<String> gone = plan.deleted().stream()
                .map(Due::memoryId)
                // Somebody may have taken it back meanwhile.
                .filter(id -> shelf.own(scope, id).filter(Retention::isAside).isPresent())
                .toList();
        for (int from = 0; from < gone.size(); from += AT_ONCE) {
            store.delete(scope, gone.subList(from, Math.min(gone.size(), from + AT_ONCE)), false);
        }
        return plan;
    }

    int undo(Scope scope, Collection<String> ids, Instant now) {
        Set<String> wanted = Set.copyOf(ids);
        SortedMap<String, String> back = new TreeMap<>();
        back.put(Fields.ASIDE, "");
        back.put(Fields.ASIDE_AT, "");
        back.put(Fields.KEPT_AT, now.toString());
        List<MemoryRecord> found = shelf.eachOwn(scope, MemoryFilter.of(Fields.LAYER))
                .filter(record -> isAside(record) && (wanted.isEmpty() || wanted.contains(record.id())))
                .toList();
        found.forEach(record -> shelf.change(
                record, MemoryChange.NONE.withState(MemoryState.ACTIVE).withAttributes(back)));
        return found.size();
    }

    private static boolean isAside(MemoryRecord record) {
        return record.state() == MemoryState.ARCHIVED
                && record.attributes().containsKey(Fields.ASIDE)
                && Fields.privacy(record) != ArchivePrivacy.SUPPRESSED;
    }
}
