package tacit.runtime.testkit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/** A real index that reads its source anew before each question. */
public record FreshIndex(SearchIndex index, DocumentSource source, Set<String> workspaces) implements SearchIndex {

    public FreshIndex(SearchIndex index, DocumentSource source) {
        this(index, source, new HashSet<>());
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        workspaces.forEach(workspace -> index.clear(Scope.ofWorkspace(workspace)));
        source.read(documents -> {
            documents.forEach(document -> workspaces.add(document.workspaceId()));
            index.put(documents);
        });
        return index.search(query);
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        index.put(documents);
    }

    @Override
    public void delete(String workspaceId, Collection<String> ids) {
        index.delete(workspaceId, ids);
    }

    @Override
    public void clear(Scope scope) {
        index.clear(scope);
    }

    @Override
    public List<String> groups(String workspaceId, String begin) {
        return index.groups(workspaceId, begin);
    }

    @Override
    public IndexStatus status() {
        return index.status();
    }

    @Override
    public void rebuild() {
        index.rebuild();
    }
}
