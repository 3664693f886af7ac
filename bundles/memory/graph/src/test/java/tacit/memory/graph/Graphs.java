package tacit.memory.graph;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphSource;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.record.MemoryDocuments;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FreshIndex;
import tacit.runtime.testkit.MovingClock;

/** A graph over a real store, and short ways to fill it. */
final class Graphs {

    static final Scope SCOPE = Scope.ofWorkspace("w1");
    static final Audience ANYBODY = Audience.ofUser(null);

    final MovingClock clock = new MovingClock();
    final MemoryStore store;
    final StoredGraph graph;

    private final FreshIndex index;

    Graphs(Database database, SearchIndex searched, Map<String, ?> settings) {
        SqlMemoryStore sql = new SqlMemoryStore(database, clock);
        store = sql;
        index = new FreshIndex(searched, new MemoryDocuments(database, sql));
        graph = new StoredGraph(store, index, clock, Configurations.of(StoredGraph.Config.class, settings));
    }

    GraphFragments fragments() {
        return new GraphFragments(store, index, clock);
    }

    GraphEntity thing(String type, String name) {
        return graph.createEntity(SCOPE, draft(type, name));
    }

    String id(String name) {
        return thing("concept", name).id();
    }

    GraphEdge relate(String from, String type, String to, @Nullable String begin, @Nullable String end) {
        return graph.createEdge(SCOPE, edge(from, type, to, begin, end, TrustLane.INFERENCE));
    }

    static EdgeDraft edge(
            String from, String type, String to, @Nullable String begin, @Nullable String end, TrustLane lane) {
        return new EdgeDraft(from, to, type, new TreeMap<>(), null, at(begin), at(end), source(Origin.AGENT, lane));
    }

    static EntityDraft draft(String type, String name) {
        return new EntityDraft(type, name, List.of(), "", new TreeMap<>(), null, source(Origin.AGENT));
    }

    static EntityDraft draft(String type, String name, Origin origin, TrustLane lane, Map<String, String> properties) {
        return new EntityDraft(type, name, List.of(), "", new TreeMap<>(properties), null, source(origin, lane));
    }

    static GraphSource source(Origin origin) {
        return source(origin, TrustLane.INFERENCE);
    }

    static GraphSource source(Origin origin, TrustLane lane) {
        return new GraphSource(origin, null, lane, Visibility.SHARED, List.of(Evidence.of(Evidence.Kind.TRACE, "t1")));
    }

    static SourceText text(String text) {
        return new SourceText(text, Evidence.Kind.SPAN, "t1/s1", TrustLane.RESULT);
    }

    /** Years stand for times, for short. */
    static @Nullable Instant at(@Nullable String year) {
        return year == null ? null : Instant.parse(year + "-01-01T00:00:00Z");
    }
}
