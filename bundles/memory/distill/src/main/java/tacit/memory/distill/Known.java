package tacit.memory.distill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryEffects.Merge;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** What is remembered already, as far as candidates are compared with it. Immutable. */
final class Known {

    /** The attribute of memories that come from here, and its value. */
    static final String DISTILLED = "distilled";

    static final String YES = "true";

    static final String LAYER = "archive";
    private static final int SHORTEST_BELIEF = 4;
    private static final int MOST_EVIDENCE = 20;

    /** Nothing at all. */
    static final Known NOTHING = new Known(List.of(), List.of());

    private final List<MemoryRecord> distilled;
    private final List<MemoryRecord> curated;

    private Known(List<MemoryRecord> distilled, List<MemoryRecord> curated) {
        this.distilled = distilled;
        this.curated = curated;
    }

    static Known of(MemoryStore store, Scope scope) {
        PageRequest most = PageRequest.first(PageRequest.MAX_LIMIT);
        MemoryFilter ours = MemoryFilter.active(LAYER).withAttributes(new TreeMap<>(Map.of(DISTILLED, YES)));
        return new Known(
                store.list(scope, ours, most).rows(),
                store.list(scope, MemoryFilter.active("curated"), most).rows());
    }

    /** How much of a candidate is said by no memory that holds where it does, in [0, 1]. */
    double novelty(Found found) {
        String folded = Texts.folded(found.text());
        double nearest = 0;
        for (MemoryRecord memory : all()) {
            if (holds(memory, found)) {
                nearest = Math.max(nearest, Texts.likeness(folded, Texts.folded(memory.text())));
            }
        }
        return 1 - nearest;
    }

    /** A memory of a wider level that says exactly the same: what holds for a workspace holds for its profiles. */
    Optional<MemoryScope> inherited(Found found) {
        String folded = Texts.folded(found.text());
        return all().stream()
                .filter(memory -> !memory.scope().equals(found.scope()) && holds(memory, found))
                .filter(memory -> Texts.folded(memory.text()).equals(folded))
                .map(MemoryRecord::scope)
                .findFirst();
    }

    /** The memory that a correction puts right: one alone of the same scope that says what was believed. */
    Optional<String> corrected(Found found) {
        String believed = Texts.folded(found.believed());
        if (believed.length() < SHORTEST_BELIEF) {
            return Optional.empty();
        }
        List<MemoryRecord> meant = distilled.stream()
                .filter(memory -> memory.scope().equals(found.scope()))
                .filter(memory -> (" " + Texts.folded(memory.text()) + " ").contains(" " + believed + " "))
                .filter(memory -> !Texts.folded(memory.text()).equals(Texts.folded(found.text())))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0).id()) : Optional.empty();
    }

    private List<MemoryRecord> all() {
        List<MemoryRecord> all = new ArrayList<>(distilled);
        all.addAll(curated);
        return all;
    }

    private static boolean holds(MemoryRecord memory, Found found) {
        int level = found.levels().indexOf(memory.scope());
        return memory.scope().equals(found.scope())
                || (level >= 0 && level < found.levels().indexOf(found.scope()));
    }

    /** Memories of one scope and kind that say the same, the surest of which stays. */
    List<Merge> merges() {
        Map<String, List<MemoryRecord>> groups = new LinkedHashMap<>();
        for (MemoryRecord memory : distilled) {
            String group = memory.scope() + "/" + memory.kind() + "/" + Texts.folded(memory.text());
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(memory);
        }
        return groups.values().stream()
                .filter(same -> same.size() > 1)
                .map(Known::merge)
                .toList();
    }

    private static Merge merge(List<MemoryRecord> same) {
        MemoryRecord stays = same.get(0);
        for (MemoryRecord memory : same) {
            boolean older = memory.createdAt().isBefore(stays.createdAt());
            int surer = Double.compare(memory.confidence(), stays.confidence());
            stays = surer > 0 || (surer == 0 && older) ? memory : stays;
        }
        String id = stays.id();
        List<MemoryRecord> others =
                same.stream().filter(memory -> !memory.id().equals(id)).toList();
        List<Evidence> evidence = others.stream()
                .flatMap(memory -> memory.evidence().stream())
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
        return new Merge(id, others.stream().map(MemoryRecord::id).toList(), stays.confidence(), evidence);
    }
}
