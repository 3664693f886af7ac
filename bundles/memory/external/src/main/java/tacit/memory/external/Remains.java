package tacit.memory.external;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;
import tacit.memory.external.Copies.Copy;
import tacit.memory.external.Notes.Note;

/** Says in words, for a report, what lies outside although it was forgotten here. */
final class Remains {

    private static final int NAMED = 20;
    private static final int LONGEST_NAME = 80;

    private final Externals externals;
    private final Copies copies;
    private final MemoryStore store;

    Remains(Externals externals, Copies copies, MemoryStore store) {
        this.externals = externals;
        this.copies = copies;
        this.store = store;
    }

    /** Of notes that are to be forgotten, and of copies of memories that are gone. */
    List<String> words(String workspaceId, List<Note> left) {
        Map<String, List<Note>> notes =
                left.stream().collect(Collectors.groupingBy(Note::provider, TreeMap::new, Collectors.toList()));
        List<String> words = new ArrayList<>();
        notes.forEach((provider, there) -> words.add("'" + provider + "' still holds " + there.size()
                + (there.size() == 1 ? " note" : " notes") + ", which " + when(provider) + ": " + names(there)));
        gone(workspaceId)
                .forEach((provider, count) -> words.add("'" + provider + "' still holds copies of " + count
                        + (count == 1 ? " memory that is" : " memories that are") + " gone here, which "
                        + when(provider)));
        return words;
    }

    private String when(String provider) {
        return externals
                .find(provider)
                .map(memory -> Externals.isEnabled(memory)
                        ? "it is asked again to forget"
                        : "it is asked to forget once it is switched on")
                .orElse("it is asked to forget once it is there again");
    }

    /** What a service calls them may be anything. */
    private static String names(List<Note> notes) {
        String names = notes.stream()
                .map(note -> note.copy().id())
                .sorted()
                .limit(NAMED)
                .map(id -> id.replaceAll("[^\\p{Graph}]+", " "))
                .map(name -> name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…")
                .collect(Collectors.joining(", "));
        return notes.size() <= NAMED ? names : names + " and " + (notes.size() - NAMED) + " more";
    }

    private Map<String, Integer> gone(String workspaceId) {
        Map<String, Integer> gone = new TreeMap<>();
        List<Copy> some = copies.there(workspaceId, "");
        while (!some.isEmpty()) {
            List<String> ids = some.stream()
                    .map(copy -> copy.place().memoryId())
                    .distinct()
                    .toList();
            Set<String> known = new HashSet<>(store.findAll(Scope.ofWorkspace(workspaceId), ids).stream()
                    .map(MemoryRecord::id)
                    .toList());
            some.stream()
                    .filter(copy -> !known.contains(copy.place().memoryId()))
                    .forEach(copy -> gone.merge(copy.place().provider(), 1, Integer::sum));
            some = copies.there(workspaceId, ids.get(ids.size() - 1));
        }
        return gone;
    }
}
