package tacit.adapt.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryStore;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Counts what one scope keeps, without reading it. Immutable. */
record Counting(MemoryStore memories, StateStore states, Scope scope) {

    private static final MemoryFilter EPISODES = MemoryFilter.active("playbook").withKinds(List.of("episode"));

    /** Episodes that went wrong. */
    long failures(Instant from, @Nullable Instant until) {
        return episodes("outcome", "FAILURE", from, until);
    }

    /** What users put right: some of it became an episode, some a document, much of it both. */
    long corrections(Instant from) {
        return Math.max(
                episodes("category", "USER_CORRECTION", from, null),
                states.count(scope, new StateFilter("correction", from, null, null)));
    }

    private long episodes(String attribute, String value, Instant from, @Nullable Instant until) {
        return count(
                EPISODES.withAttributes(new TreeMap<>(Map.of(attribute, value))).within(from, until));
    }

    /** Things, relations or observations that the knowledge graph knows. */
    long graph(String kind) {
        return count(MemoryFilter.active("graph").withKinds(List.of(kind)));
    }

    private long count(MemoryFilter filter) {
        return memories.list(scope, filter, PageRequest.first(1)).total();
    }
}
