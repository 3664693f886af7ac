package tacit.memory.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/** Documents and queries of tests. */
final class Documents {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** When files are purged by themselves: never during a test. */
    static final Duration LATER = Duration.ofDays(1);

    private Documents() {}

    static SearchDocument turn(String group, long position, String text) {
        return document(group + "/" + position, group, position, text, Visibility.SHARED, null);
    }

    static SearchDocument owned(String id, String text, Visibility visibility, @Nullable String user) {
        return document(id, "g", 0, text, visibility, user);
    }

    static SearchDocument elsewhere(String id, String text) {
        return document("v", id, "g", 0, text, Visibility.SHARED, null);
    }

    /** A memory of another workspace that reaches so far. */
    static SearchDocument memoryElsewhere(
            String id, String text, String reach, Visibility visibility, @Nullable String user) {
        SearchDocument document = document("v", id, id, 0, text, visibility, user);
        return new SearchDocument(
                document.id(),
                "memory",
                document.workspaceId(),
                document.userId(),
                document.group(),
                document.position(),
                document.at(),
                document.speaker(),
                document.title(),
                document.text(),
                document.visibility(),
                document.lane(),
                new TreeMap<>(Map.of("reach", reach)));
    }

    static SearchDocument document(
            String id, String group, long position, String text, Visibility visibility, @Nullable String user) {
        return document("w", id, group, position, text, visibility, user);
    }

    private static SearchDocument document(
            String workspace,
            String id,
            String group,
            long position,
            String text,
            Visibility visibility,
            @Nullable String user) {
        return new SearchDocument(
                id,
                "message",
                workspace,
                user,
                group,
                position,
                START.plusSeconds(position),
                "",
                "",
                text,
                visibility,
                TrustLane.STATEMENT,
                new TreeMap<>());
    }

    static SearchQuery query(String text) {
        return query(Scope.ofWorkspace("w"), Audience.ofUser(null), text);
    }

    static SearchQuery query(Scope scope, Audience audience, String text) {
        return new SearchQuery(scope, audience, text, List.of(), null, null, null, 100);
    }

    static List<String> ids(LuceneIndex index, SearchQuery query) {
        return index.search(query).hits().stream()
                .map(hit -> hit.document().id())
                .toList();
    }

    static List<String> ids(LuceneIndex index, String text) {
        return ids(index, query(text));
    }
}
