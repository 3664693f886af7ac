package tacit.memory.graph;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.words.SearchWords;

/** An index that reads the store anew for each question and finds whatever shares a word with it. */
final class ListedIndex implements SearchIndex {

    private final MemoryStore store;

    ListedIndex(MemoryStore store) {
        this.store = store;
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        List<String> words = SearchWords.of(query.text());
        List<SearchHit> hits =
                store.list(query.scope(), MemoryFilter.active("graph"), PageRequest.first(1000)).rows().stream()
                        .filter(record -> query.audience().maySee(record.visibility()))
                        .filter(record -> SearchWords.of(record.text()).stream().anyMatch(words::contains))
                        .map(ListedIndex::hit)
                        .toList();
        return new SearchAnswer(hits, new TreeMap<>(), false);
    }

    private static SearchHit hit(MemoryRecord record) {
        SearchDocument document = new SearchDocument(
                "memory:" + record.id(),
                "knowledge_graph",
                record.workspaceId(),
                null,
                "graph",
                0,
                record.updatedAt(),
                "",
                record.subject(),
                record.text(),
                record.visibility(),
                record.lane(),
                new TreeMap<>());
        return new SearchHit(document, "", "", new TreeMap<>());
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String workspaceId, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear(Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> groups(String workspaceId, String begin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IndexStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rebuild() {
        throw new UnsupportedOperationException();
    }
}
