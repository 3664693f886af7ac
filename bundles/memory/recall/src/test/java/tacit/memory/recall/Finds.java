package tacit.memory.recall;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;

/** Documents of tests. */
final class Finds {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant LONG_AGO = Instant.parse("2020-03-01T10:00:00Z");

    private Finds() {}

    static SearchDocument document(String type, String id, String text, Map<String, String> attributes) {
        return document(type, id, text, attributes, Visibility.SHARED, null);
    }

    static SearchDocument document(
            String type,
            String id,
            String text,
            Map<String, String> attributes,
            Visibility visibility,
            @Nullable String user) {
        return new SearchDocument(
                id,
                type,
                "default",
                user,
                "group:" + id,
                0,
                LONG_AGO,
                "",
                "",
                text,
                visibility,
                TrustLane.STATEMENT,
                new TreeMap<>(attributes));
    }
}
