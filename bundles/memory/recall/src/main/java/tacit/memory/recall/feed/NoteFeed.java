package tacit.memory.recall.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.Audience;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.Workspaces;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.recall.WorkspaceNotes;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;

/**
 * Keeps the notes of workspaces in the index as they are in their folders. A file is read again when its time or size changed,
 * and only pieces that say something else are put; after a start, files are compared with what the index holds. Thread-safe.
 */
@Component(service = {NoteFeed.class, EvidenceTexts.class})
public final class NoteFeed implements EvidenceTexts {

    private static final int MOST_FOUND = 500;

    private final WorkspaceNotes notes;
    private final Workspaces workspaces;
    private final StoredNotes stored;
    private final SearchIndex index;
    private final Map<String, Map<String, WorkspaceFiles.Entry>> known = new HashMap<>();
    private long handedOver;

    @Activate
    public NoteFeed(
            @Reference WorkspaceNotes notes,
            @Reference Workspaces workspaces,
            @Reference StoredNotes stored,
            @Reference SearchIndex index) {
        this.notes = notes;
        this.workspaces = workspaces;
        this.stored = stored;
        this.index = index;
    }

    /** The workspaces that have notes or had some. */
    synchronized Set<String> workspaces() {
        Set<String> all = new TreeSet<>(workspaces.list());
        known.forEach((workspace, files) -> {
            if (!files.isEmpty()) {
                all.add(workspace);
            }
        });
        return all;
    }

    /** Whether nobody has compared the notes of a workspace with the index yet. */
    synchronized boolean isNew(String workspace) {
        return !known.containsKey(workspace);
    }

    /**
     * Brings the notes of a workspace up to date; what fails is tried again the next time.
     *
     * @return how many pieces were put or removed
     */
    synchronized int feed(String workspace) {
        if (handedOver != stored.handedOver()) {
            handedOver = stored.handedOver();
            known.clear();
        }
        List<WorkspaceFiles.Entry> files = notes.files(workspace);
        Map<String, WorkspaceFiles.Entry> listed = new HashMap<>();
        files.forEach(file -> listed.put(file.path(), file));
        int changes = isNew(workspace) ? removeUnlisted(workspace, listed.keySet()) : 0;
        Map<String, WorkspaceFiles.Entry> before = known.computeIfAbsent(workspace, any -> new HashMap<>());
        changes += removeGone(workspace, before, listed);
        for (WorkspaceFiles.Entry file : files) {
            if (!file.equals(before.get(file.path()))) {
                changes += update(workspace, file.path());
                before.put(file.path(), file);
            }
        }
        return changes;
    }

    /** After that of the files themselves, so that these are clean when they are read again. */
    @Override
    public String name() {
        return "notes, as they are found";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return feed(scope.workspaceId());
    }

    @Override
    public int forgetUser(Scope scope) {
        return feed(scope.workspaceId());
    }

    private int removeGone(
            String workspace, Map<String, WorkspaceFiles.Entry> before, Map<String, WorkspaceFiles.Entry> listed) {
        int removed = 0;
        for (String path : new TreeSet<>(before.keySet())) {
            if (!listed.containsKey(path)) {
                removed += delete(workspace, indexed(workspace, path).keySet());
                before.remove(path);
            }
        }
        return removed;
    }

    private int removeUnlisted(String workspace, Set<String> listed) {
        int removed = 0;
        for (String group : index.groups(workspace, WorkspaceNotes.GROUP)) {
            List<String> gone = found(workspace, group).stream()
                    .filter(document -> !listed.contains(path(document)))
                    .map(SearchDocument::id)
                    .toList();
            removed += delete(workspace, gone);
        }
        return removed;
    }

    private int update(String workspace, String path) {
        Map<String, SearchDocument> old = indexed(workspace, path);
        List<SearchDocument> fresh = new ArrayList<>();
        for (SearchDocument document : notes.documents(workspace, path)) {
            SearchDocument there = old.remove(document.id());
            if (there == null || !document.equals(at(there, document.at()))) {
                fresh.add(document);
            }
        }
        index.put(fresh);
        return fresh.size() + delete(workspace, old.keySet());
    }

    private int delete(String workspace, Collection<String> ids) {
        if (!ids.isEmpty()) {
            index.delete(workspace, List.copyOf(ids));
        }
        return ids.size();
    }

    /** The pieces of a file that are in the index, by id. */
    private Map<String, SearchDocument> indexed(String workspace, String path) {
        Map<String, SearchDocument> indexed = new LinkedHashMap<>();
        for (String group : index.groups(workspace, WorkspaceNotes.GROUP + path)) {
            found(workspace, group).stream()
                    .filter(document -> path.equals(path(document)))
                    .forEach(document -> indexed.put(document.id(), document));
        }
        return indexed;
    }

    private List<SearchDocument> found(String workspace, String group) {
        SearchQuery all = new SearchQuery(
                Scope.ofWorkspace(workspace),
                Audience.ofUser(null),
                "",
                List.of(WorkspaceNotes.TYPE),
                group,
                null,
                null,
                MOST_FOUND);
        return index.search(all).hits().stream().map(SearchHit::document).toList();
    }

    private static String path(SearchDocument document) {
        return document.attributes().getOrDefault("path", "");
    }

    /** As if it had been changed then: a piece that says the same as before is as old as it was. */
    private static SearchDocument at(SearchDocument document, Instant at) {
        return new SearchDocument(
                document.id(),
                document.type(),
                document.workspaceId(),
                document.userId(),
                document.group(),
                document.position(),
                at,
                document.speaker(),
                document.title(),
                document.text(),
                document.visibility(),
                document.lane(),
                document.attributes());
    }
}
