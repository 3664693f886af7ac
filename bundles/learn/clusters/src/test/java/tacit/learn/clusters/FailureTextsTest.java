package tacit.learn.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.clusters.Samples.NOON;
import static tacit.learn.clusters.Samples.failure;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.evidence.trace.TraceTexts;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;

@EachDatabase
class FailureTextsTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final String SHORT = "No giraffe <n> in <path>";
    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Scope NORA = new Scope(Scope.DEFAULT_WORKSPACE, "nora");
    private static final PageRequest ALL = PageRequest.first(100);

    private Database database;
    private SqlTraceStore traces;
    private SqlFailureClusters clusters;
    private FailureTexts texts;

    @BeforeEach
    void open(Database each) {
        database = each;
        traces = new SqlTraceStore(each);
        clusters = new SqlFailureClusters(each, new ListAuditLog(), Clock.fixed(NOON, ZoneOffset.UTC), 0.65);
        texts = new FailureTexts(each, clusters, traces);
    }

    @Test
    void takesWhatAFailureQuotesWithTheTextOfItsRun() {
        run("t1", "nora", "It broke: " + SECRET);
        run("t2", null, "Something else");
        assign(failure("a", "t1", SHORT), failure("b", "t2", "Nobody answered within <n> seconds"));

        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isEqualTo(1);

        assertThat(failures()).filteredOn(failure -> failure.id().equals("a")).allSatisfy(failure -> {
            assertThat(failure.finding().evidence()).startsWith("[deleted sha256:");
            assertThat(failure.signature().template()).startsWith("[deleted sha256:");
        });
        assertThat(failures()).anyMatch(failure -> failure.finding().evidence().equals("Told so: b"));
        assertThat(families()).noneMatch(family -> family.title().contains("giraffe"));
        assertThat(families()).anyMatch(family -> family.title().contains("Nobody answered"));
        assertThat(tables()).doesNotContain("giraffe");
        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isZero();
    }

    @Test
    void findsTheRunAlsoWhenItsOwnTextIsGoneAlready() {
        run("t1", "nora", SECRET);
        assign(failure("a", "t1", SHORT));
        new TraceTexts(database, traces).forget(SCOPE, List.of(), List.of(SECRET));

        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isEqualTo(1);

        assertThat(tables()).doesNotContain("giraffe");
    }

    @Test
    void keepsATemplateThatFailuresOfOthersHaveToo() {
        run("t1", "nora", SECRET);
        run("t2", null, "No giraffe 7");
        assign(failure("a", "t1", SHORT), failure("b", "t2", SHORT));

        texts.forget(SCOPE, List.of(), List.of(SECRET));

        assertThat(families()).singleElement().satisfies(family -> assertThat(family.title())
                .contains("giraffe"));
        assertThat(failures())
                .filteredOn(failure -> failure.id().equals("a"))
                .noneMatch(failure -> failure.signature().template().contains("giraffe"));
    }

    @Test
    void findsAFamilyAgainAfterItsNameIsGone() {
        run("t1", "nora", SECRET);
        run("t3", null, "No giraffe 8");
        assign(failure("a", "t1", SHORT));
        texts.forgetUser(NORA);

        assign(failure("c", "t3", SHORT));

        assertThat(families()).singleElement().satisfies(family -> assertThat(family.count())
                .isEqualTo(2));
    }

    @Test
    void takesWhatFailuresOfAUserQuoteWhoeverMinedThem() {
        run("t1", "nora", "giraffe");
        run("t2", "ben", "giraffe");
        assign(failure("a", "t1", SHORT), failure("b", "t2", "No okapi <n>"));

        assertThat(texts.heldOf(NORA)).hasValue(1);
        assertThat(texts.forgetUser(NORA)).isEqualTo(1);

        assertThat(failures())
                .extracting(failure -> failure.finding().evidence())
                .containsOnlyOnce("Told so: b")
                .doesNotContain("Told so: a");
    }

    @Test
    void takesWhatANamedSpanGave() {
        run("t1", null, "nothing of it");
        assign(failure("a", "t1", SHORT));

        assertThat(texts.forget(SCOPE, List.of("t1/span-a"), List.of())).isEqualTo(1);
    }

    private void run(String id, @Nullable String user, String output) {
        Span span =
                Span.builder("span-a", "execute_tool", "lookup").output(output).build();
        traces.append(
                new Scope(Scope.DEFAULT_WORKSPACE, user),
                List.of(new TraceUpdate(Trace.builder(id).userId(user).build(), List.of(span), List.of())));
    }

    private void assign(FailureRecord... failures) {
        clusters.assign(SCOPE, Samples.traces(List.of(failures)), List.of(failures));
    }

    private List<FailureRecord> failures() {
        return clusters.failures(SCOPE, FailureFilter.ALL, ALL).rows();
    }

    private List<FailureCluster> families() {
        return clusters.list(SCOPE, ClusterFilter.ALL, ALL).rows();
    }

    private String tables() {
        return database.read(session -> session.select(
                        "SELECT template AS words FROM cluster_routes UNION ALL SELECT title AS words FROM clusters"
                                + " UNION ALL SELECT template AS words FROM clusters"
                                + " UNION ALL SELECT template AS words FROM failures"
                                + " UNION ALL SELECT evidence AS words FROM failures",
                        row -> row.text("words")))
                .toString();
    }
}
