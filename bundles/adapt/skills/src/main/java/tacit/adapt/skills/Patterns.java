package tacit.adapt.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** Finds what worked again and again in the memories of the playbook. */
final class Patterns {

    private static final String LAYER = "playbook";
    private static final List<String> KINDS = List.of(Pattern.EPISODE, Pattern.USE);
    private static final Comparator<Pattern> MOST_FIRST = Comparator.comparingInt(
                    (Pattern pattern) -> -pattern.successes().size())
            .thenComparing(Pattern::id);

    private final MemoryStore memories;
    private final int scanned;

    Patterns(MemoryStore memories, int scanned) {
        this.memories = memories;
        this.scanned = scanned;
    }

    /** Those that worked in so many runs, the most frequent first. */
    List<Pattern> find(Scope scope, int threshold) {
        Map<String, List<MemoryRecord>> groups = new LinkedHashMap<>();
        for (MemoryRecord record : records(scope)) {
            record.attribute(Pattern.PATTERN).ifPresent(id -> groups.computeIfAbsent(id, any -> new ArrayList<>())
                    .add(record));
        }
        return groups.entrySet().stream()
                .map(group -> Pattern.of(group.getKey(), group.getValue()))
                .filter(pattern -> pattern.successes().size() >= threshold
                        && !pattern.title().isEmpty())
                .filter(pattern -> scope.userId() == null || pattern.isPrivate())
                .sorted(MOST_FIRST)
                .toList();
    }

    /** The newest ones that may flow into what the scope gets: of a workspace nothing that is one user's own. */
    private List<MemoryRecord> records(Scope scope) {
        MemoryFilter all = MemoryFilter.active(LAYER).withKinds(KINDS);
        MemoryFilter filter =
                scope.userId() == null ? all.withVisibilities(List.of(Visibility.SHARED, Visibility.PUBLIC)) : all;
        return MemoryWalk.over(memories, scope, filter)
                .limit(scanned)
                .filter(record -> mayUse(scope, record))
                .toList();
    }

    private static boolean mayUse(Scope scope, MemoryRecord record) {
        boolean ofUser = record.scope().reach() == Reach.USER;
        if (scope.userId() == null) {
            return !ofUser && record.visibility() != Visibility.PRIVATE;
        }
        boolean own = ofUser && Objects.equals(record.scope().id(), scope.userId());
        return own || (!ofUser && record.visibility() != Visibility.PRIVATE);
    }
}
