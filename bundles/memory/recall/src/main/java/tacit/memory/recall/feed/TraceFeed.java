package tacit.memory.recall.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.Audience;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTombstones;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceChanges;
import tacit.api.trace.TraceStore;

/**
 * Keeps the traces in the index: what changed is read again, all of it where the index is built anew, and what is forgotten
 * leaves it. Thread-safe; reads and forgets one after the other, so that nothing that was read before comes after.
 */
@Component(service = {TraceFeed.class, EvidenceTexts.class})
public final class TraceFeed implements EvidenceTexts {

    private static final int AT_ONCE = 100;
    private static final int MOST_FOUND = 500;
    private static final int MOST_PUT = 500;

    private final Object turn = new Object();
    private final TraceStore traces;
    private final StoredTraces stored;
    private final TraceChanges changes;
    private final SearchIndex index;
    private final ContextFeed contexts;

    @Activate
    public TraceFeed(
            @Reference TraceStore traces,
            @Reference TraceChanges changes,
            @Reference SearchIndex index,
            @Reference ContextFeed contexts) {
        this.traces = traces;
        this.stored = new StoredTraces(traces);
        this.changes = changes;
        this.index = index;
        this.contexts = contexts;
    }

    /** After that of the traces themselves, so that these are clean when they are read again. */
    @Override
    public String name() {
        return "traces, as they are found";
    }

    /** Reads the traces of a workspace that changed; they stay unread when the index does not take them. */
    int feed(Scope scope) {
        int fed = 0;
        List<PendingTrace> some = changes.unread(scope, AT_ONCE);
        while (!some.isEmpty()) {
            synchronized (turn) {
                put(scope, some);
            }
            changes.read(scope, some);
            fed += some.size();
            some = some.size() < AT_ONCE ? List.of() : changes.unread(scope, AT_ONCE);
        }
        return fed;
    }

    /** Many together, as each put has the index open anew. */
    private void put(Scope scope, List<PendingTrace> some) {
        List<SearchDocument> documents = new ArrayList<>();
        for (PendingTrace pending : some) {
            traces.find(scope, pending.traceId()).ifPresent(recorded -> {
                documents.addAll(TraceDocuments.of(recorded));
                contexts.feed(scope, recorded);
            });
            if (documents.size() >= MOST_PUT) {
                index.put(documents);
                documents.clear();
            }
        }
        if (!documents.isEmpty()) {
            index.put(documents);
        }
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        Set<Session> sessions = new LinkedHashSet<>();
        for (String span : spans) {
            traces.find(scope, span.substring(0, Math.max(0, span.lastIndexOf('/'))))
                    .ifPresent(found -> sessions.add(Session.of(found.trace())));
        }
        TextTombstones words = TextTombstones.of(texts);
        List<String> stones = texts.stream().map(TextTombstones::instead).toList();
        if (!words.isEmpty()) {
            stored.each(scope, trace -> {
                if (stored.texts(scope, trace.id()).anyMatch(text -> tells(text, words, stones))) {
                    sessions.add(Session.of(trace));
                }
            });
        }
        sessions.forEach(session -> renew(scope, session, words));
        return sessions.size();
    }

    // Whoever forgets first, the store or the index: the text is there still, or what stands in its place is
    private static boolean tells(String text, TextTombstones words, List<String> stones) {
        return !words.in(text).equals(text) || stones.stream().anyMatch(text::contains);
    }

    @Override
    public int forgetUser(Scope scope) {
        Set<Session> sessions = new LinkedHashSet<>();
        stored.each(scope, trace -> sessions.add(Session.of(trace)));
        sessions.forEach(
                session -> renew(Scope.ofWorkspace(scope.workspaceId()), session, TextTombstones.of(List.of())));
        return sessions.size();
    }

    /** A conversation, with the run and the user by whom its documents are found. */
    private record Session(
            String group, String traceId, @Nullable String userId) {

        static Session of(Trace trace) {
            return new Session(TraceDocuments.group(trace), trace.id(), trace.userId());
        }
    }

    private void renew(Scope scope, Session session, TextTombstones words) {
        synchronized (turn) {
            Set<String> dropped = drop(scope, session, session.group());
            dropped.add(session.traceId());
            for (String trace : dropped) {
                List<SearchDocument> documents = stored.of(scope, trace);
                if (documents.isEmpty() || trace.equals(session.traceId())) {
                    own(scope, trace).forEach(group -> drop(scope, session, group));
                }
                index.put(documents.stream()
                        .map(document -> without(document, words))
                        .toList());
            }
        }
    }

    /** The groups that hold documents of one run alone: its task and its files. */
    private List<String> own(Scope scope, String traceId) {
        String files = TraceDocuments.filesOf(traceId);
        return Stream.concat(
                        Stream.of(TraceDocuments.TASK + ":" + traceId),
                        index.groups(scope.workspaceId(), files).stream()
                                .filter(group -> group.indexOf('/', files.length()) < 0))
                .toList();
    }

    private static SearchDocument without(SearchDocument document, TextTombstones words) {
        return new SearchDocument(
                document.id(),
                document.type(),
                document.workspaceId(),
                document.userId(),
                document.group(),
                document.position(),
                document.at(),
                document.speaker(),
                words.in(document.title()),
                words.in(document.text()),
                document.visibility(),
                document.lane(),
                document.attributes());
    }

    /** Takes the documents of a group out of the index, and answers the traces that they were of. */
    private Set<String> drop(Scope scope, Session session, String group) {
        Set<String> dropped = new LinkedHashSet<>();
        List<SearchHit> found = found(scope, session, group);
        while (!found.isEmpty()) {
            index.delete(
                    scope.workspaceId(),
                    found.stream().map(hit -> hit.document().id()).toList());
            found.forEach(hit -> dropped.add(hit.document().attributes().getOrDefault("trace", session.traceId())));
            found = found(scope, session, group);
        }
        return dropped;
    }

    private List<SearchHit> found(Scope scope, Session session, String group) {
        Audience owner = Audience.ofUser(session.userId());
        return index.search(new SearchQuery(scope, owner, "", TraceDocuments.TYPES, group, null, null, MOST_FOUND))
                .hits();
    }
}
