package tacit.memory.curated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Finds entries in the store. Stateless. */
final class Entries {

    static final String LAYER = "curated";
    static final String TARGET = "target";

    private static final Comparator<MemoryRecord> ORDER = Comparator.comparing((MemoryRecord entry) ->
                    !entry.attributes().getOrDefault(TARGET, "").equals("user"))
            .thenComparing(Comparator.comparingDouble(MemoryRecord::confidence).reversed())
            .thenComparing(Comparator.comparing(MemoryRecord::updatedAt).reversed())
            .thenComparing(MemoryRecord::id);

    private final MemoryStore store;

    Entries(MemoryStore store) {
        this.store = store;
    }

    /** Entries that hold, in the order in which they are shown; of very many those that were stored last. */
    List<MemoryRecord> list(Scope scope, @Nullable Target target, @Nullable String kind, int limit) {
        MemoryFilter filter = MemoryFilter.active(LAYER).withKinds(kind == null ? List.of() : List.of(kind));
        MemoryFilter wanted = target == null ? filter : filter.withAttributes(of(target));
        return store.list(scope, wanted, PageRequest.first(PageRequest.MAX_LIMIT)).rows().stream()
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    /** The two targets in turns. */
    List<MemoryRecord> inTurns(List<MemoryRecord> entries, int limit) {
        Map<Boolean, List<MemoryRecord>> sides = entries.stream()
                .collect(Collectors.partitioningBy(
                        entry -> entry.attributes().getOrDefault(TARGET, "").equals("user")));
        List<MemoryRecord> user = sides.getOrDefault(true, List.of());
        List<MemoryRecord> workspace = sides.getOrDefault(false, List.of());
        List<MemoryRecord> turns = new ArrayList<>();
        for (int index = 0; index < Math.max(user.size(), workspace.size()); index++) {
            if (index < user.size()) {
                turns.add(user.get(index));
            }
            if (index < workspace.size()) {
                turns.add(workspace.get(index));
            }
        }
        return turns.stream().limit(limit).toList();
    }

    /** Those that an edit may concern: of exactly its target and owner. */
    List<MemoryRecord> beside(Edit edit) {
        return store.list(
                        edit.scope(),
                        MemoryFilter.active(LAYER).withScope(edit.reach()).withAttributes(of(edit.target())),
                        PageRequest.first(PageRequest.MAX_LIMIT))
                .rows();
    }

    /** The entry of an id, when it is of the edit's target and owner and holds. */
    Optional<MemoryRecord> find(Edit edit, String id) {
        return store.find(edit.scope(), id)
                .filter(entry -> entry.layer().equals(LAYER)
                        && entry.state() == MemoryState.ACTIVE
                        && entry.workspaceId().equals(edit.workspaceId())
                        && entry.scope().equals(edit.reach())
                        && entry.attributes().getOrDefault(TARGET, "").equals(Texts.word(edit.target())));
    }

    /** The one entry that is meant; several or none are refused. */
    MemoryRecord matching(Edit edit, String match) {
        String wanted = Texts.normal(Texts.collapsed(match, Texts.LONGEST_MATCH));
        List<MemoryRecord> entries = beside(edit).stream()
                .filter(entry -> edit.kind() == null || entry.kind().equals(edit.kind()))
                .toList();
        List<MemoryRecord> equal = entries.stream()
                .filter(entry -> Texts.normal(entry.text()).equals(wanted))
                .toList();
        List<MemoryRecord> found = equal.isEmpty()
                ? entries.stream()
                        .filter(entry -> Texts.normal(entry.text()).contains(wanted))
                        .toList()
                : equal;
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "match must be in the text of an entry, there is none"
                            : "match must mean one entry, several matched: name one by its id of "
                                    + found.stream()
                                            .map(MemoryRecord::id)
                                            .sorted()
                                            .toList());
        }
        return found.get(0);
    }

    static SortedMap<String, String> of(Target target) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put(TARGET, Texts.word(target));
        return attributes;
    }
}
