package tacit.memory.recall.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.recall.feed.Runs.asked;
import static tacit.memory.recall.feed.Runs.chat;
import static tacit.memory.recall.feed.Runs.messages;
import static tacit.memory.recall.feed.Runs.trace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Visibility;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextQuery;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.durable.StoredContext;
import tacit.memory.index.LuceneIndex;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.ClosedStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ContextFeedTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    @TempDir
    Path folder;

    private final SqlTraceStore traces;
    private final SqlMemoryStore memories;
    private final ContextFeed contexts = new ContextFeed();
    private LuceneIndex index;
    private TraceFeed feed;

    ContextFeedTest(Database database) {
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, Clock.systemUTC());
    }

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder, List.of(), Clock.systemUTC());
        contexts.context = context(true);
        feed = new TraceFeed(traces, traces, index, contexts);
    }

    private StoredContext context(boolean enabled) {
        return new StoredContext(
                memories,
                index,
                Clock.systemUTC(),
                Configurations.of(StoredContext.Config.class, Map.of("enabled", enabled)));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private List<String> found(String run, String words, @Nullable String user) {
        Scope scope = new Scope(SCOPE.workspaceId(), user);
        return context(true).search(new ContextQuery(scope, Audience.ofUser(user), run, words, 10)).stream()
                .map(ContextHit::snippet)
                .toList();
    }

    private List<MemoryRecord> kept() {
        return memories.list(
                        SCOPE, MemoryFilter.active("context").withKinds(List.of("message")), PageRequest.first(100))
                .rows();
    }

    @Test
    void keepsWhatWasSaidInARun() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "Where do ferries leave?", "At the pier")));

        feed.feed(SCOPE);

        assertThat(found("t1", "ferries", "ada")).containsExactly("Where do ferries leave?");
        assertThat(found("t1", "Deploy", "ada")).containsExactly("[result read_file] class Deploy {}");
        assertThat(found("t1", "ferries", "bob")).isEmpty();
        assertThat(found("t2", "ferries", "ada")).isEmpty();
    }

    @Test
    void keepsOnlyWhatIsNewWhenARunGoesOn() {
        traces.append(SCOPE, List.of(asked("t1", null, "Where do ferries leave?", "At the pier")));
        feed.feed(SCOPE);
        Span next = chat("c2", 9, messages("user", "And when?"), messages("assistant", "At noon"));
        traces.append(SCOPE, List.of(TraceUpdate.of(trace("t1", null), List.of(next))));

        feed.feed(SCOPE);

        assertThat(kept()).hasSize(5);
        assertThat(found("t1", "noon", null)).containsExactly("At noon");
    }

    @Test
    void keepsNothingWhereTheContextIsOffOrNotThere() {
        contexts.context = context(false);
        traces.append(SCOPE, List.of(asked("t1", null, "Where do ferries leave?", "At the pier")));
        assertThat(feed.feed(SCOPE)).isEqualTo(1);
        contexts.context = null;
        traces.append(SCOPE, List.of(asked("t2", null, "Where do ferries leave?", "At the pier")));
        assertThat(feed.feed(SCOPE)).isEqualTo(1);

        assertThat(kept()).isEmpty();
    }

    @Test
    void keepsNothingThatTacitDidItself() {
        Trace own = Trace.builder("t1")
                .sessionId("s")
                .startedAt(Runs.START)
                .attributes(Map.of(Attribute.OWN_RUN, true))
                .build();
        traces.append(SCOPE, List.of(TraceUpdate.of(own, List.of(chat("c", 1, messages("user", "ferries"), null)))));

        feed.feed(SCOPE);

        assertThat(kept()).isEmpty();
    }

    @Test
    void showsAgainWhatAGroupHeard() {
        Trace group = Trace.builder("t1")
                .sessionId("s")
                .startedAt(Runs.START)
                .attributes(Map.of(Attribute.AUDIENCE, "group"))
                .build();
        traces.append(SCOPE, List.of(TraceUpdate.of(group, List.of(chat("c", 1, messages("user", "ferries"), null)))));

        feed.feed(SCOPE);

        assertThat(kept()).extracting(MemoryRecord::visibility).containsExactly(Visibility.SHARED);
    }

    @Test
    void forgetsWhatTheEvidenceForgets() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "My code is heliotrope", "Noted")));
        feed.feed(SCOPE);

        assertThat(contexts.forget(SCOPE, List.of(), List.of("My code is heliotrope")))
                .isEqualTo(1);
        assertThat(contexts.forgetUser(new Scope(SCOPE.workspaceId(), "ada"))).isZero();

        assertThat(found("t1", "heliotrope", "ada")).isEmpty();
        contexts.context = null;
        assertThat(contexts.forget(SCOPE, List.of(), List.of("Noted"))).isZero();
    }

    @Test
    void aContextThatFailsCostsTheIndexNothing() {
        contexts.context = new StoredContext(
                ClosedStore.broken(),
                index,
                Clock.systemUTC(),
                Configurations.of(StoredContext.Config.class, Map.of("enabled", true)));
        traces.append(SCOPE, List.of(asked("t1", "ada", "Where do ferries leave?", "At the pier")));

        assertThat(feed.feed(SCOPE)).isEqualTo(1);
        assertThat(feed.feed(SCOPE)).isZero();
        assertThat(index.status().documents()).isPositive();
    }
}
