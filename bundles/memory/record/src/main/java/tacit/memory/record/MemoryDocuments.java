package tacit.memory.record;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Reach;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Database;

/** Makes every active memory a document that can be found, under the workspace of the memory; one that holds everywhere by all. Thread-safe. */
@Component
public final class MemoryDocuments implements DocumentSource {

    private static final int AT_ONCE = 500;

    /** The layer of what was said in runs, which only those find who ask for one run. */
    private static final String CONTEXT = "context";

    private final Database database;

    /** The store is asked for, so that its tables are there. */
    @Activate
    public MemoryDocuments(@Reference Database database, @Reference SqlMemoryStore store) {
        this.database = database;
    }

    @Override
    public String name() {
        return "memories";
    }

    @Override
    public void read(Consumer<List<SearchDocument>> batch) {
        List<StoredMemory> some = after(-1);
        while (!some.isEmpty()) {
            List<MemoryRecord> active =
                    findable(some.stream().map(StoredMemory::memory).toList());
            batch.accept(active.stream().map(MemoryDocuments::document).toList());
            some = after(some.get(some.size() - 1).number());
        }
    }

    private List<StoredMemory> after(long number) {
        return database.read(session -> session.select(
                StoredMemory.SELECT + "WHERE m.memory_no > ? ORDER BY m.memory_no LIMIT ?",
                StoredMemory::of,
                number,
                AT_ONCE));
    }

    static List<MemoryRecord> findable(List<MemoryRecord> memories) {
        return memories.stream()
                .filter(memory ->
                        memory.state() == MemoryState.ACTIVE && !memory.text().isBlank())
                .toList();
    }

    static String id(String memoryId) {
        return "memory:" + memoryId;
    }

    static SearchDocument document(MemoryRecord memory) {
        SortedMap<String, String> attributes = new TreeMap<>(memory.attributes());
        attributes.put("layer", memory.layer());
        attributes.put("kind", memory.kind());
        attributes.put("reach", memory.scope().reach().name());
        return new SearchDocument(
                id(memory.id()),
                type(memory),
                memory.workspaceId(),
                memory.scope().reach() == Reach.USER ? memory.scope().id() : null,
                group(memory),
                position(memory),
                memory.confirmedAt(),
                "",
                memory.subject(),
                memory.text(),
                memory.visibility(),
                memory.lane(),
                attributes);
    }

    private static String type(MemoryRecord memory) {
        return switch (memory.layer()) {
            case "graph" -> "knowledge_graph";
            case CONTEXT -> CONTEXT;
            default -> "memory";
        };
    }

    // What was said in a run stands together; everything else stands alone
    private static String group(MemoryRecord memory) {
        return memory.layer().equals(CONTEXT)
                ? CONTEXT + ":" + memory.attribute("task").orElse("")
                : id(memory.id());
    }

    private static long position(MemoryRecord memory) {
        String place = memory.layer().equals(CONTEXT) ? memory.attribute("seq").orElse("0") : "0";
        return place.matches("\\d{1,18}") ? Long.parseLong(place) : 0;
    }
}
