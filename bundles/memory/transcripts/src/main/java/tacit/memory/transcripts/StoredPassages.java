package tacit.memory.transcripts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.TranscriptQuery;

/** The words of the states that are kept. */
final class StoredPassages {

    private static final int MOST = 200;

    private StoredPassages() {}

    static List<Passage> of(MemoryStore store, TranscriptQuery query) {
        Map<String, String> run = query.taskId() == null ? Map.of() : Map.of(CheckpointShelf.TASK, query.taskId());
        return CheckpointShelf.list(store, query.scope(), CheckpointShelf.filter(CheckpointShelf.STATE, run), MOST)
                .stream()
                .filter(memory -> memory.attributes().containsKey(CheckpointText.WORDS))
                .filter(memory -> CheckpointShelf.seen(memory, query.audience()))
                .map(StoredPassages::passage)
                .toList();
    }

    private static Passage passage(MemoryRecord memory) {
        SortedMap<String, String> attributes = new TreeMap<>();
        memory.attribute(CheckpointText.KIND).ifPresent(kind -> attributes.put(CheckpointText.KIND, kind));
        return new Passage(
                "checkpoint:" + memory.id(),
                Passage.CHECKPOINT,
                Passage.CHECKPOINT,
                memory.attributes().get(CheckpointShelf.TASK),
                Instant.parse(memory.attributes()
                        .getOrDefault(CheckpointText.AT, memory.updatedAt().toString())),
                memory.attributes().getOrDefault(CheckpointText.WORDS, ""),
                memory.lane(),
                0,
                attributes);
    }
}
