package tacit.memory.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/** Keeps documents by id; searches nothing. */
final class MapIndex implements SearchIndex {

    final Map<String, SearchDocument> documents = new ConcurrentHashMap<>();
    final AtomicInteger puts = new AtomicInteger();
    final AtomicInteger purges = new AtomicInteger();

    @Override
    public void put(Collection<SearchDocument> fresh) {
        puts.incrementAndGet();
        fresh.forEach(document -> documents.put(document.id(), document));
    }

    @Override
    public void delete(String workspaceId, Collection<String> ids) {
        documents.keySet().removeAll(ids);
    }

    @Override
    public void clear(Scope scope) {
        documents.clear();
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        throw new UnsupportedOperationException("Nothing is searched here");
    }

    @Override
    public List<String> groups(String workspaceId, String begin) {
        throw new UnsupportedOperationException("Nothing is listed here");
    }

    @Override
    public IndexStatus status() {
        return new IndexStatus(documents.size(), 0, "", 0, false, "");
    }

    @Override
    public void rebuild() {}

    @Override
    public void purge() {
        purges.incrementAndGet();
    }
}
