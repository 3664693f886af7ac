package tacit.memory.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Finds the memories that must go with others, since they say the same on the same word. Reads all of a workspace. Thread-safe. */
final class Kindred {

    private static final int AT_ONCE = 500;

    private final Database database;

    Kindred(Database database) {
        this.database = database;
    }

    /** These, with those of the same owner or of nobody that hold their text and share something that they were made from. */
    Set<String> wordedLike(Scope scope, Collection<String> ids) {
        List<MemoryRecord> deleted = database.read(session -> new TreeSet<>(ids)
                .stream()
                        .flatMap(id -> new MemoryTables(session).own(scope, id).stream())
                        .map(StoredMemory::memory)
                        .toList());
        Set<String> found = new LinkedHashSet<>(ids);
        if (!deleted.isEmpty()) {
            each(scope.workspaceId(), memory -> {
                if (deleted.stream().anyMatch(one -> says(memory, one))) {
                    found.add(memory.id());
                }
            });
        }
        return found;
    }

    private static boolean says(MemoryRecord memory, MemoryRecord deleted) {
        String owner = Group.of(memory).owner();
        boolean own = owner.isEmpty() || owner.equals(Group.of(deleted).owner());
        return own
                && !deleted.text().isBlank()
                && holds(memory, deleted.text())
                && (sources(memory).contains(deleted.id())
                        || sources(deleted).contains(memory.id())
                        || sources(memory).stream().anyMatch(sources(deleted)::contains));
    }

    private static boolean holds(MemoryRecord memory, String text) {
        return memory.text().contains(text)
                || memory.subject().contains(text)
                || memory.attributes().values().stream().anyMatch(value -> value.contains(text));
    }

    /** What was made from nothing but these runs, or from what is found here, whosever it is. */
    Set<String> madeFrom(String workspaceId, Set<String> traces) {
        Set<String> found = new LinkedHashSet<>();
        int before;
        do {
            before = found.size();
            each(workspaceId, memory -> {
                boolean all = memory.evidence().stream().allMatch(evidence -> isOf(evidence, traces, found));
                if (all && !memory.evidence().isEmpty()) {
                    found.add(memory.id());
                }
            });
        } while (!traces.isEmpty() && found.size() > before);
        return found;
    }

    private static boolean isOf(Evidence evidence, Set<String> traces, Set<String> memories) {
        return switch (evidence.kind()) {
            case TRACE, SPAN -> traces.contains(source(evidence));
            case MEMORY -> memories.contains(evidence.id());
            case FILE, IMPORT, STATEMENT -> false;
        };
    }

    private static Set<String> sources(MemoryRecord memory) {
        Set<String> sources = new LinkedHashSet<>();
        memory.evidence().forEach(evidence -> sources.add(source(evidence)));
        return sources;
    }

    /** The run that a span is of; span ids hold no slash. */
    private static String source(Evidence evidence) {
        int slash = evidence.kind() == Evidence.Kind.SPAN ? evidence.id().lastIndexOf('/') : -1;
        return slash > 0 ? evidence.id().substring(0, slash) : evidence.id();
    }

    private void each(String workspaceId, Consumer<MemoryRecord> taking) {
        List<StoredMemory> some = after(workspaceId, -1);
        while (!some.isEmpty()) {
            some.forEach(stored -> taking.accept(stored.memory()));
            some = after(workspaceId, some.get(some.size() - 1).number());
        }
    }

    private List<StoredMemory> after(String workspaceId, long number) {
        return new ArrayList<>(database.read(session -> session.select(
                StoredMemory.SELECT + "WHERE m.workspace_id = ? AND m.memory_no > ? ORDER BY m.memory_no LIMIT ?",
                StoredMemory::of,
                workspaceId,
                number,
                AT_ONCE)));
    }
}
