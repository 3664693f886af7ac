package tacit.memory.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.words.Overlap;

/**
 * Finds what memories and notes say about a question. The index names candidates, and the words decide: so the answer does not
 * depend on whether vectors are there yet. Confined to one call.
 */
final class Gathering {

    private static final Logger log = LoggerFactory.getLogger(Gathering.class);
    private static final int CANDIDATES = 50;
    private static final int WORDS = 12;
    private static final String MEMORY = "memory:";
    /** Whoever reads topics may see no private memory, whosoever it is. */
    private static final Audience EVERYBODY = new Audience(Audience.Kind.GROUP, null, null, null, false);
    /** Notes lie beside the topics: whoever reads the ones reads the others. */
    private static final Audience READER = Audience.ofUser(null);

    private final MemoryStore store;
    private final SearchIndex index;
    private final Scope scope;
    private final String query;
    private final Instant now;

    Gathering(MemoryStore store, SearchIndex index, String workspaceId, String query, Instant now) {
        this.store = store;
        this.index = index;
        this.scope = Scope.ofWorkspace(workspaceId);
        this.query = query.strip();
        this.now = now;
    }

    /** Something that was found, and how many words of the question it holds. */
    private record Found<T>(T what, int words, Instant at, String id) {}

    /** Memories that are open to everybody, the best first; those stored last too, which the index may not know yet. */
    List<MemoryRecord> memories(int most) {
        Map<String, MemoryRecord> candidates = new LinkedHashMap<>();
        for (SearchDocument document : documents("memory", EVERYBODY)) {
            if (document.id().startsWith(MEMORY)) {
                store.find(scope, document.id().substring(MEMORY.length()))
                        .ifPresent(memory -> candidates.put(memory.id(), memory));
            }
        }
        store.list(scope, Openness.filter(Openness.ARCHIVE), PageRequest.first(CANDIDATES))
                .rows()
                .forEach(memory -> candidates.put(memory.id(), memory));
        return best(
                candidates.values().stream()
                        .filter(memory -> memory.layer().equals(Openness.ARCHIVE))
                        .filter(memory -> Openness.isOpen(memory, scope.workspaceId(), now))
                        .map(memory -> new Found<>(
                                memory, words(title(memory) + "\n" + memory.text()), memory.confirmedAt(), memory.id()))
                        .toList(),
                most);
    }

    /** Pieces of notes, the best first. What the host itself keeps below the memory's folder is no topic. */
    List<SearchDocument> notes(int most) {
        return best(
                documents("workspace_note", READER).stream()
                        .filter(note -> note.userId() == null && !path(note).isEmpty())
                        .filter(note -> !path(note).startsWith(".cowork/memory/"))
                        .map(note -> new Found<>(note, words(path(note) + "\n" + note.text()), note.at(), note.id()))
                        .toList(),
                most);
    }

    private <T> List<T> best(List<Found<T>> found, int most) {
        Comparator<Found<T>> order = Comparator.comparingInt((Found<T> one) -> -one.words)
                .thenComparing(one -> one.at, Comparator.reverseOrder())
                .thenComparing(one -> one.id);
        return found.stream()
                .filter(one -> one.words > 0 || Overlap.words(query).isEmpty())
                .sorted(order)
                .limit(most)
                .map(Found::what)
                .toList();
    }

    private int words(String text) {
        return Overlap.count(query, WORDS, text);
    }

    private List<SearchDocument> documents(String type, Audience audience) {
        try {
            return index
                    .search(new SearchQuery(scope, audience, query, List.of(type), null, null, null, CANDIDATES))
                    .hits()
                    .stream()
                    .map(SearchHit::document)
                    .toList();
        } catch (RuntimeException e) {
            log.warn("Cannot ask the index for topics of workspace '{}'", scope.workspaceId(), e);
            return List.of();
        }
    }

    /** One topic for each title of memories and for each note, with what was found of it; nothing twice. */
    static List<Topic> topics(List<MemoryRecord> memories, List<SearchDocument> notes) {
        List<Topic> topics = new ArrayList<>();
        Map<String, List<MemoryRecord>> titles = new LinkedHashMap<>();
        memories.forEach(memory -> titles.computeIfAbsent(Topic.key(title(memory)), any -> new ArrayList<>())
                .add(memory));
        titles.forEach((key, same) -> topics.add(Topic.of(
                title(same.get(0)),
                Topic.MEMORY,
                newest(same.stream().map(MemoryRecord::confirmedAt).toList()),
                once(same.stream()
                        .map(memory -> Passage.ofMemory(memory.id(), memory.text()))
                        .toList()))));
        Map<String, List<SearchDocument>> paths = new LinkedHashMap<>();
        notes.forEach(note ->
                paths.computeIfAbsent(path(note), any -> new ArrayList<>()).add(note));
        paths.forEach((path, same) -> topics.add(Topic.of(
                path,
                path,
                newest(same.stream().map(SearchDocument::at).toList()),
                once(same.stream()
                        .map(note -> Passage.ofNote(path, note.text()))
                        .toList()))));
        return topics;
    }

    private static List<Passage> once(List<Passage> passages) {
        Set<String> texts = new LinkedHashSet<>();
        return passages.stream().filter(passage -> texts.add(passage.text())).toList();
    }

    private static Instant newest(List<Instant> times) {
        return times.stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** What was told of it when it was captured, else its begin. */
    private static String title(MemoryRecord memory) {
        return memory.attribute("title")
                .filter(title -> !title.isBlank())
                .orElseGet(() ->
                        memory.text().strip().lines().findFirst().orElse("").strip());
    }

    private static String path(SearchDocument note) {
        return note.attributes().getOrDefault("path", "");
    }
}
