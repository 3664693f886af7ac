package tacit.memory.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.ArchiveTiers;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RetentionPlan;
import tacit.api.store.Scope;

/** Raises memories that are used, and puts aside what is not. Deletes nothing. Stateless. */
final class Tiering {

    private static final List<String> TIERS = List.of("short", "medium", "long");
    private static final long MEDIUM = 3;
    private static final long LONG = 10;
    private static final long HARDLY = 2;
    private static final Duration TRIAL = Duration.ofDays(7);

    private final MemoryStore store;
    private final Shelf shelf;

    Tiering(MemoryStore store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    /** The place of a tier; one without a name is the shortest. */
    static int tier(String word) {
        return Math.max(0, TIERS.indexOf(word));
    }

    ArchiveTiers pass(Scope scope, Instant now) {
        long promoted = 0;
        long putAside = 0;
        long[] there = new long[TIERS.size()];
        List<Kept> all = shelf.eachOwn(scope, MemoryFilter.active(Fields.LAYER))
                .map(Kept::of)
                .toList();
        for (Kept kept : all) {
            int tier = Math.max(kept.tier(), kept.uses() >= LONG ? 2 : kept.uses() >= MEDIUM ? 1 : 0);
            if (tier > kept.tier()) {
                store.change(
                        scope, kept.id(), MemoryChange.NONE.withAttributes(Fields.one(Fields.TIER, TIERS.get(tier))));
                promoted += tier - kept.tier();
            }
            if (tier == 0 && isUnused(kept, now)) {
                putAside(store, scope, kept.id(), RetentionPlan.Reason.UNUSED, now);
                putAside++;
            } else {
                there[tier]++;
            }
        }
        return new ArchiveTiers(promoted, putAside, there[0], there[1], there[2]);
    }

    private static boolean isUnused(Kept kept, Instant now) {
        return !kept.guarded()
                && kept.uses() < HARDLY
                && kept.since().plus(TRIAL).isBefore(now);
    }

    static void putAside(MemoryStore store, Scope scope, String id, RetentionPlan.Reason reason, Instant now) {
        SortedMap<String, String> why = new TreeMap<>();
        why.put(Fields.ASIDE, reason.name());
        why.put(Fields.ASIDE_AT, now.toString());
        store.change(
                scope, id, MemoryChange.NONE.withState(MemoryState.ARCHIVED).withAttributes(why));
    }
}
