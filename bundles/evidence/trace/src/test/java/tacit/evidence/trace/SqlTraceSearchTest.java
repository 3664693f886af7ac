package tacit.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.evidence.trace.Traces.START;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceSearch.Found;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlTraceSearchTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final SqlTraceStore store;
    private final SqlTraceSearch search;
    private final Database database;

    SqlTraceSearchTest(Database database) {
        this.database = database;
        store = new SqlTraceStore(database);
        search = bounded(Map.of());
    }

    private SqlTraceSearch bounded(Map<String, ?> settings) {
        return new SqlTraceSearch(database, store, Configurations.of(SqlTraceSearch.Config.class, settings));
    }

    /** A run of a user with one call of a tool; each is a minute later than the one before. */
    private void run(String id, @Nullable String user, String input, String output) {
        long later = store.counts(SCOPE).traces();
        Trace trace = Trace.builder(id)
                .userId(user)
                .sessionId("session-" + id)
                .agent("clerk")
                .startedAt(START.plusSeconds(60 * later))
                .attribute(Attribute.BATCH, "b" + later)
                .build();
        Span span = Span.builder("s1", Operation.EXECUTE_TOOL, "execute_tool sql")
                .input(input)
                .output(output)
                .errorType("unknown_column")
                .build();
        store.append(SCOPE, List.of(TraceUpdate.of(trace, List.of(span))));
    }

    private List<String> found(Scope scope, TraceFilter filter, String text) {
        return search.search(scope, filter, text, PageRequest.first(50)).page().rows().stream()
                .map(Trace::id)
                .toList();
    }

    private List<String> found(String text) {
        return found(SCOPE, TraceFilter.ALL, text);
    }

    @Test
    void findsWordsWhereverTheyStandWhateverTheirCase() {
        run("t1", "ada", "SELECT total FROM Orders", "42");
        run("t2", "ben", "SELECT name FROM people", "Nora\nKim");

        assertThat(found("orders")).containsExactly("t1");
        assertThat(found("NORA people")).containsExactly("t2");
        assertThat(found("nora orders")).isEmpty();
        assertThat(found("UNKNOWN_column")).containsExactly("t2", "t1");
        assertThat(found("session-t1")).containsExactly("t1");
        assertThat(found("ben")).containsExactly("t2");
        assertThat(found("  ")).containsExactly("t2", "t1");
        assertThat(found("nowhere")).isEmpty();
    }

    @Test
    void takesSignsOfPatternsAsTheyAre() {
        run("t1", null, "100% of a_b!", "it's \"quoted\" \\");
        run("t2", null, "1000 of axb", "nothing");

        assertThat(found("100%")).containsExactly("t1");
        assertThat(found("a_b!")).containsExactly("t1");
        assertThat(found("it's")).containsExactly("t1");
        assertThat(found("\\")).containsExactly("t1");
        assertThat(found("' OR 1=1 --")).isEmpty();
    }

    @Test
    void findsWithinTheFilterAndTheScopeOnly() {
        run("t1", "ada", "orders", "");
        run("t2", "ben", "orders", "");
        TraceFilter bens = TraceFilter.ALL.of("ben", null);
        TraceFilter session = TraceFilter.ALL.of(null, "session-t1");

        assertThat(found(SCOPE, bens, "orders")).containsExactly("t2");
        assertThat(found(SCOPE, session, "orders")).containsExactly("t1");
        assertThat(found(SCOPE, TraceFilter.ofBatch("b0"), "orders")).containsExactly("t1");
        assertThat(found(new Scope("default", "ada"), TraceFilter.ALL, "orders"))
                .containsExactly("t1");
        assertThat(found(new Scope("default", "ada"), bens, "orders")).isEmpty();
        assertThat(found(Scope.ofWorkspace("elsewhere"), TraceFilter.ALL, "orders"))
                .isEmpty();
        assertThat(store.list(SCOPE, bens, PageRequest.first(9)).rows())
                .extracting(Trace::id)
                .containsExactly("t2");
    }

    @Test
    void saysHowFarItLooked() {
        for (int i = 0; i < 5; i++) {
            run("t" + i, null, "orders", "");
        }

        Found all = search.search(SCOPE, TraceFilter.ALL, "orders", new PageRequest(2, 2));
        assertThat(all.page().rows()).extracting(Trace::id).containsExactly("t2", "t1");
        assertThat(all.page().total()).isEqualTo(5);
        assertThat(all.bounded()).isFalse();
        Found some = bounded(Map.of("most_traces", 3)).search(SCOPE, TraceFilter.ALL, "orders", PageRequest.first(10));
        assertThat(some.page().rows()).extracting(Trace::id).containsExactly("t4", "t3", "t2");
        assertThat(some).extracting(Found::looked, Found::all, Found::bounded).containsExactly(3L, 5L, true);
        assertThat(bounded(Map.of("most_spans", 2))
                        .search(SCOPE, TraceFilter.ALL, "orders", PageRequest.first(10))
                        .looked())
                .isEqualTo(2);
        assertThat(search.search(Scope.ofWorkspace("none"), TraceFilter.ALL, "x", PageRequest.first(1))
                        .bounded())
                .isFalse();
    }

    @Test
    void cutsTextsThatAreTooLongAndKeepsFewWords() {
        run("t1", null, "orders", "");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            words.add("orders");
        }

        assertThat(found(String.join(" ", words))).containsExactly("t1");
        assertThat(found("o".repeat(5_000))).isEmpty();
    }

    @Test
    void refusesBoundsThatAreNone() {
        assertThatThrownBy(() -> bounded(Map.of("most_traces", 0)))
                .hasMessage("most.traces must be in [1, 100000], got 0");
        assertThatThrownBy(() -> bounded(Map.of("most_spans", 0))).hasMessage("most.spans must be at least 1, got 0");
    }
}
