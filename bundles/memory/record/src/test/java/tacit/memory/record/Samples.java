package tacit.memory.record;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** Memories to test with. */
final class Samples {

    static final String WORKSPACE = "w1";
    static final Scope SCOPE = Scope.ofWorkspace(WORKSPACE);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private Samples() {}

    static MemoryDraft draft(String text) {
        return draft(text, MemoryScope.WORKSPACE, null);
    }

    static MemoryDraft draft(String text, MemoryScope scope, @Nullable String key) {
        return draft(text, scope, key, "trace-" + text);
    }

    static MemoryDraft draft(String text, MemoryScope scope, @Nullable String key, String trace) {
        return draft("archive", text, scope, key, trace);
    }

    static MemoryDraft draft(String layer, String text, MemoryScope scope, @Nullable String key, String trace) {
        return new MemoryDraft(
                WORKSPACE,
                layer,
                "preference",
                "tea",
                text,
                scope,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.TRACE, trace)),
                0.5,
                null,
                null,
                key,
                new TreeMap<>());
    }

    /** Everybody's, made from another memory. */
    static MemoryDraft concluded(String text, String from) {
        return new MemoryDraft(
                WORKSPACE,
                "archive",
                "note",
                "tea",
                text,
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.INFERENCE,
                List.of(Evidence.of(Evidence.Kind.MEMORY, from)),
                0.5,
                null,
                null,
                null,
                new TreeMap<>());
    }
}
