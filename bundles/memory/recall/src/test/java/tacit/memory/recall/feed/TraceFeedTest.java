package tacit.memory.recall.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.recall.feed.Runs.asked;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Audience;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.evidence.trace.SqlTraceStore;
import tacit.evidence.trace.TraceTexts;
import tacit.memory.index.LuceneIndex;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class TraceFeedTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    @TempDir
    Path folder;

    private final SqlTraceStore traces;
    private final TraceTexts texts;
    private LuceneIndex index;
    private TraceFeed feed;

    TraceFeedTest(Database database) {
        traces = new SqlTraceStore(database);
        texts = new TraceTexts(database, traces);
    }

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder, List.of(), Clock.systemUTC());
        feed = new TraceFeed(traces, traces, index, new ContextFeed());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private List<String> found(String words, @Nullable String user) {
        return index
                .search(new SearchQuery(SCOPE, Audience.ofUser(user), words, List.of(), null, null, null, 50))
                .hits()
                .stream()
                .map(hit -> hit.document().text())
                .toList();
    }

    @Test
    void findsARunOnceItIsFed() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "Where do ferries leave?", "At the pier")));

        assertThat(feed.feed(SCOPE)).isEqualTo(1);
        assertThat(feed.feed(SCOPE)).isZero();

        assertThat(found("ferries", "ada")).contains("Where do ferries leave?");
        assertThat(found("ferries", "bob")).isEmpty();
        assertThat(found("Deploy", "ada")).anyMatch(text -> text.contains("src/api/Deploy.java"));
    }

    @Test
    void handsOverEveryRunForANewIndex() {
        traces.append(SCOPE, List.of(asked("t1", null, "Where do ferries leave?", "At the pier")));
        traces.append(Scope.ofWorkspace("w2"), List.of(asked("t2", null, "Which trains?", "All")));
        List<SearchDocument> all = new ArrayList<>();

        new StoredTraces(traces).read(all::addAll);

        assertThat(all).extracting(SearchDocument::workspaceId).contains("default", "w2");
        assertThat(all).extracting(SearchDocument::type).contains("message", "task", "file");
    }

    /** The store, in which some traces cannot be read. */
    private TraceStore without(String... unreadable) {
        return (TraceStore) Proxy.newProxyInstance(
                TraceStore.class.getClassLoader(), new Class<?>[] {TraceStore.class}, (proxy, method, inputs) -> {
                    if (method.getName().equals("find") && List.of(unreadable).contains((String) inputs[1])) {
                        throw new IllegalStateException("Cannot read");
                    }
                    return method.invoke(traces, inputs);
                });
    }

    @Test
    void aRunThatCannotBeReadIsLeftOutAndAStoreThatCannotIsNot() {
        for (String id : List.of("t1", "t2", "t3", "t4")) {
            traces.append(SCOPE, List.of(asked(id, null, "Where does " + id + " leave?", "At the pier")));
        }
        List<SearchDocument> all = new ArrayList<>();

        new StoredTraces(without("t2")).read(all::addAll);

        assertThat(all)
                .extracting(SearchDocument::text)
                .contains("Where does t1 leave?", "Where does t3 leave?", "Where does t4 leave?")
                .doesNotContain("Where does t2 leave?");
        assertThatThrownBy(() -> new StoredTraces(without("t1", "t2", "t3", "t4")).read(all::addAll))
                .hasMessage("Cannot read");
    }

    @Test
    void aForgottenTextIsFoundNoMore() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "My code is heliotrope", "Noted")));
        traces.append(SCOPE, List.of(asked("t2", "ada", "Say heliotrope, My code is heliotrope!", "No")));
        feed.feed(SCOPE);

        texts.forget(SCOPE, List.of(), List.of("My code is heliotrope"));
        feed.forget(SCOPE, List.of(), List.of("My code is heliotrope"));

        assertThat(found("heliotrope", "ada")).allMatch(text -> !text.contains("My code is heliotrope"));
        assertThat(found("noted", "ada")).isNotEmpty();
        feed.feed(SCOPE);
        assertThat(found("code", "ada")).allMatch(text -> !text.contains("My code is heliotrope"));
    }

    @Test
    void aTextIsForgottenWhereTheTraceStillHasIt() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "My code is heliotrope", "Noted")));
        feed.feed(SCOPE);

        feed.forget(SCOPE, List.of(), List.of("My code is heliotrope"));

        assertThat(found("heliotrope", "ada")).isEmpty();
    }

    @Test
    void aForgottenSpanIsFoundNoMore() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "My code is heliotrope", "Noted")));
        feed.feed(SCOPE);

        texts.forget(SCOPE, List.of("t1/c1"), List.of());
        feed.forget(SCOPE, List.of("t1/c1"), List.of());

        assertThat(found("heliotrope", "ada")).isEmpty();
        assertThat(found("Deploy", "ada")).isNotEmpty();
    }

    @Test
    void theFileOfAForgottenSpanIsFoundNoMoreAndThoseOfOtherRunsAre() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "My code is heliotrope", "Noted")));
        traces.append(SCOPE, List.of(asked("t1/2", "bob", "Where do ferries leave?", "At the pier")));
        feed.feed(SCOPE);

        texts.forget(SCOPE, List.of("t1/x1"), List.of());
        feed.forget(SCOPE, List.of("t1/x1"), List.of());

        assertThat(found("Deploy", "ada")).isEmpty();
        assertThat(found("heliotrope", "ada")).isNotEmpty();
        assertThat(found("Deploy", "bob")).isNotEmpty();
    }

    @Test
    void aForgottenUserIsFoundNoMoreAndOthersAre() {
        traces.append(SCOPE, List.of(asked("t1", "ada", "My code is heliotrope", "Noted")));
        traces.append(SCOPE, List.of(asked("t2", "bob", "I like heliotrope", "Fine")));
        feed.feed(SCOPE);

        texts.forgetUser(new Scope("default", "ada"));
        feed.forgetUser(new Scope("default", "ada"));
        feed.feed(SCOPE);

        assertThat(found("heliotrope", "ada")).isEmpty();
        assertThat(found("heliotrope", "bob")).contains("I like heliotrope");
        assertThat(found("Deploy", "ada")).isEmpty();
        assertThat(found("Deploy", "bob")).isNotEmpty();
    }

    @Test
    void tr06KeepsTheTraceWhenTheIndexFails() {
        TraceFeed broken = new TraceFeed(traces, traces, new BrokenIndex(), new ContextFeed());
        traces.append(SCOPE, List.of(asked("t1", "ada", "Where do ferries leave?", "At the pier")));

        assertThatThrownBy(() -> broken.feed(SCOPE)).isInstanceOf(IllegalStateException.class);

        assertThat(traces.find(SCOPE, "t1")).isPresent();
        assertThat(feed.feed(SCOPE)).isEqualTo(1);
        assertThat(found("ferries", "ada")).isNotEmpty();
    }

    @Test
    void theLoopServesEveryWorkspaceAndOutlivesAFailure() throws Exception {
        traces.append(Scope.ofWorkspace("w2"), List.of(asked("t2", null, "Which trains?", "All")));
        FeedLoop failing =
                new FeedLoop(traces, new TraceFeed(traces, traces, new BrokenIndex(), new ContextFeed()), delay(3600));
        FeedLoop loop = new FeedLoop(traces, feed, delay(3600));

        failing.look();
        loop.look();
        failing.stop();
        loop.stop();

        assertThat(traces.unread(Scope.ofWorkspace("w2"), 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3601})
    void refusesADelayOutOfBounds(int seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FeedLoop(traces, feed, delay(seconds)));
    }

    private static FeedLoop.Config delay(int seconds) {
        return Configurations.of(FeedLoop.Config.class, Map.of("delay_seconds", seconds));
    }

    /** Takes nothing. */
    private static final class BrokenIndex implements SearchIndex {

        @Override
        public void put(Collection<SearchDocument> documents) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void delete(String workspaceId, Collection<String> ids) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void clear(Scope scope) {
            throw new IllegalStateException("broken");
        }

        @Override
        public SearchAnswer search(SearchQuery query) {
            throw new IllegalStateException("broken");
        }

        @Override
        public List<String> groups(String workspaceId, String begin) {
            throw new IllegalStateException("broken");
        }

        @Override
        public IndexStatus status() {
            throw new IllegalStateException("broken");
        }

        @Override
        public void rebuild() {
            throw new IllegalStateException("broken");
        }
    }
}
