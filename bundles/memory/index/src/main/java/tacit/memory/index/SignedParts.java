package tacit.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The signs of the parts of an index that have no graph, as long as these last. Thread-safe. */
final class SignedParts {

    private final Map<Object, Map<String, Signs>> kept = new ConcurrentHashMap<>();

    /** Makes those of a new part, so that no search has to. */
    void warm(LeafReader part) throws IOException {
        if (!GrownVectorsFormat.hasGraph(part)) {
            for (FieldInfo field : part.getFieldInfos()) {
                if (field.hasVectorValues()) {
                    of(part, field.name);
                }
            }
        }
    }

    Signs of(LeafReader part, String field) throws IOException {
        IndexReader.CacheHelper core = part.getCoreCacheHelper();
        Map<String, Signs> mine = kept.get(core.getKey());
        if (mine == null) {
            mine = kept.computeIfAbsent(core.getKey(), key -> {
                core.addClosedListener(kept::remove);
                return new ConcurrentHashMap<>();
            });
        }
        try {
            return mine.computeIfAbsent(field, name -> made(part, name));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static Signs made(LeafReader part, String field) {
        try {
            return Signs.of(part, field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of how many parts they are kept. */
    int size() {
        return kept.size();
    }
}
