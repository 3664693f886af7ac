package tacit.memory.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;

/** The ids of what was really written, and of writes that wait for an approval, by part. Confined to one call. */
final class Written {

    /** What entries of the playbook stand under that a run used. */
    static final String USES = "uses";

    private static final String WAITS = "~";

    private final Set<String> entries = new LinkedHashSet<>();

    /** As it was noted with {@link #noted}. */
    static Written of(String noted) {
        Written written = new Written();
        Arrays.stream(noted.split(" ", -1)).filter(entry -> !entry.isEmpty()).forEach(written.entries::add);
        return written;
    }

    void id(Part part, String id) {
        entries.add(part.word() + ":" + id);
    }

    void used(String id) {
        entries.add(USES + ":" + id);
    }

    void ids(Part part, Collection<MemoryRecord> memories) {
        memories.forEach(memory -> id(part, memory.id()));
    }

    void waits(Part part, @Nullable String pendingId) {
        if (pendingId != null) {
            entries.add(WAITS + part.word() + ":" + pendingId);
        }
    }

    void add(Written other) {
        entries.addAll(other.entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** One word for each. */
    String noted() {
        return String.join(" ", entries);
    }

    SortedMap<String, List<String>> written() {
        return byPart(entries.stream().filter(entry -> !entry.startsWith(WAITS)).toList());
    }

    SortedMap<String, List<String>> waiting() {
        return byPart(entries.stream()
                .filter(entry -> entry.startsWith(WAITS))
                .map(entry -> entry.substring(WAITS.length()))
                .toList());
    }

    private static SortedMap<String, List<String>> byPart(List<String> entries) {
        SortedMap<String, List<String>> ids = new TreeMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            ids.computeIfAbsent(entry.substring(0, colon), part -> new ArrayList<>())
                    .add(entry.substring(colon + 1));
        }
        return ids;
    }
}
