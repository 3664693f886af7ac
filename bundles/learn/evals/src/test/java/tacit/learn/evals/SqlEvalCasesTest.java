package tacit.learn.evals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.EvalCase;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.clusters.FailureTexts;
import tacit.learn.clusters.SqlFailureClusters;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlEvalCasesTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private FailureClusters clusters;
    private SqlEvalCases evals;

    @BeforeEach
    void open(Database database) {
        SqlFailureClusters.Config config = Configurations.of(SqlFailureClusters.Config.class, Map.of());
        clusters = new SqlFailureClusters(database, new NoAudit(), CLOCK, config);
        evals = new SqlEvalCases(database, clusters, CLOCK);
    }

    @Test
    void makesOneCaseOfAFamilyThatIsStable() {
        refresh(failure("t1", "a", 10), failure("t2", "b", 20));

        assertThat(all()).singleElement().satisfies(evalCase -> {
            assertThat(evalCase.older()).containsExactly("t1");
            assertThat(evalCase.newer()).containsExactly("t2");
            assertThat(evalCase.splitBy()).isEqualTo("time");
            assertThat(evalCase.check())
                    .containsEntry("type", "signature_absent")
                    .containsEntry("tool", "sql")
                    .containsEntry("template", "no such column");
            assertThat(evals.find(SCOPE, evalCase.id())).contains(evalCase);
        });
    }

    @Test
    void makesNoCaseOfAFamilyThatWasSeenOnce() {
        assertThat(refresh(failure("t1", "a", 10))).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void makesNoCaseOfAFamilyThatWasDismissed() {
        FailureCluster family = assign(failure("t1", "a", 10), failure("t2", "b", 20));
        FailureCluster dismissed =
                clusters.move(SCOPE, family.id(), ClusterState.DISMISSED, family.version(), "operator");

        assertThat(evals.refresh(SCOPE, List.of(dismissed))).isEmpty();
    }

    @Test
    void changesNothingWhenItIsRefreshedAgain() {
        refresh(failure("t1", "a", 10), failure("t2", "b", 20));
        List<EvalCase> before = all();

        assertThat(evals.refresh(SCOPE, families())).isEmpty();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void putsLaterTasksOnTheNewerSideAndMovesNone() {
        refresh(failure("t1", "a", 10), failure("t2", "b", 20));

        List<EvalCase> changed = refresh(failure("t3", "c", 30), failure("t4", "a", 40));

        assertThat(changed).singleElement().satisfies(evalCase -> {
            assertThat(evalCase.older()).containsExactly("t1", "t4");
            assertThat(evalCase.newer()).containsExactly("t2", "t3");
        });
    }

    @Test
    void takesInWhatFailedInTheTracesThatChanged() {
        refresh(failure("t1", "a", 10), failure("t2", "b", 20));
        assign(failure("t3", "c", 30), failure("t4", "a", 40));

        List<EvalCase> changed = evals.refresh(SCOPE, families(), List.of("t3", "t4", "t5"));

        assertThat(changed).singleElement().satisfies(evalCase -> {
            assertThat(evalCase.older()).containsExactly("t1", "t4");
            assertThat(evalCase.newer()).containsExactly("t2", "t3");
        });
        assertThat(evals.refresh(SCOPE, families(), List.of("t3"))).isEmpty();
    }

    @Test
    void looksAtAllMembersWhereItDoesNotKnowThem() {
        assign(failure("t1", "a", 10), failure("t2", "b", 20));

        assertThat(evals.refresh(SCOPE, families(), List.of("t2")))
                .singleElement()
                .satisfies(evalCase -> {
                    assertThat(evalCase.older()).containsExactly("t1");
                    assertThat(evalCase.newer()).containsExactly("t2");
                });
    }

    @Test
    void makesUpForARefreshThatFailed(Database database) {
        boolean[] broken = {false};
        FailureClusters breaking = (FailureClusters) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FailureClusters.class}, (self, method, arguments) -> {
                    if (broken[0]) {
                        throw new StoreException("gone");
                    }
                    return method.invoke(clusters, arguments);
                });
        evals = new SqlEvalCases(database, breaking, CLOCK);
        refresh(failure("t1", "a", 10), failure("t2", "b", 20));
        assign(failure("t3", "c", 30));
        broken[0] = true;
        assertThatThrownBy(() -> evals.refresh(SCOPE, families(), List.of("t3")))
                .isInstanceOf(StoreException.class);
        broken[0] = false;

        assertThat(evals.refresh(SCOPE, families(), List.of()))
                .singleElement()
                .satisfies(evalCase -> assertThat(evalCase.newer()).containsExactly("t2", "t3"));
    }

    @Test
    void splitsByTaskWhereThereAreNoTimes() {
        FailureRecord[] failures = Stream.iterate(0, n -> n + 1)
                .limit(40)
                .map(n -> failure("t" + n, "task " + n, null))
                .toArray(FailureRecord[]::new);

        assertThat(refresh(failures)).singleElement().satisfies(evalCase -> {
            assertThat(evalCase.splitBy()).isEqualTo("task");
            assertThat(evalCase.older()).hasSizeBetween(8, 32);
            assertThat(evalCase.newer()).hasSize(40 - evalCase.older().size());
        });
    }

    @Test
    void isSeenOnlyInItsWorkspaceAndNeverByOneUser() {
        EvalCase made = refresh(failure("t1", "a", 10), failure("t2", "b", 20)).get(0);
        Scope other = Scope.ofWorkspace("other");
        Scope user = new Scope(SCOPE.workspaceId(), "ann");

        assertThat(evals.find(other, made.id())).isEmpty();
        assertThat(evals.find(user, made.id())).isEmpty();
        assertThat(evals.list(other, PageRequest.first(10)).total()).isZero();
        assertThat(evals.list(user, PageRequest.first(10)).rows()).isEmpty();
    }

    private List<EvalCase> refresh(FailureRecord... failures) {
        assign(failures);
        return evals.refresh(SCOPE, families());
    }

    private FailureCluster assign(FailureRecord... failures) {
        List<String> traces = Stream.of(failures).map(FailureRecord::traceId).toList();
        clusters.assign(SCOPE, traces, List.of(failures));
        return families().get(0);
    }

    private List<FailureCluster> families() {
        return clusters.list(SCOPE, ClusterFilter.ALL, PageRequest.first(10)).rows();
    }

    @Test
    void callsACaseAfterItsFamilyAgainWhenThatForgetsAText(Database database) {
        refresh(failure("t1", "a", 10), failure("t2", "b", 20));
        SqlTraceStore traces = new SqlTraceStore(database);
        for (String id : List.of("t1", "t2")) {
            Span span = Span.builder("s1", "execute_tool", "sql")
                    .output("no such column")
                    .build();
            traces.append(SCOPE, List.of(new TraceUpdate(Trace.builder(id).build(), List.of(span), List.of())));
        }
        CaseTexts texts = new CaseTexts(database, evals, clusters);

        assertThat(texts.forgetUser(new Scope(SCOPE.workspaceId(), "nora"))).isZero();
        new FailureTexts(database, clusters, traces).forget(SCOPE, List.of(), List.of("no such column"));
        assertThat(texts.forget(SCOPE, List.of(), List.of("no such column"))).isEqualTo(1);

        assertThat(all()).singleElement().satisfies(evalCase -> {
            assertThat(evalCase.title()).contains("[deleted sha256:").doesNotContain("column");
            assertThat(evalCase.check().get("template")).startsWith("[deleted sha256:");
            assertThat(evalCase.check()).containsEntry("tool", "sql");
        });
    }

    @Test
    void takesWordsOutOfACaseWhoseFamilyIsGone(Database database) {
        refresh(failure("t1", "a", 10), failure("t2", "b", 20));

        assertThat(new CaseTexts(database, evals, clusters).forget(SCOPE, List.of(), List.of("such column")))
                .isEqualTo(1);

        assertThat(all()).noneMatch(evalCase -> evalCase.title().contains("column"));
    }

    private List<EvalCase> all() {
        return evals.list(SCOPE, PageRequest.first(10)).rows();
    }

    private static FailureRecord failure(String traceId, String task, @Nullable Integer second) {
        Finding finding = new Finding(
                "s1", "tool_error", FailureClass.AGENT, Severity.HIGH, 1, "It failed", "no such column", null);
        Signature signature = new Signature("execute_tool", "sql", "tool_error", "no such column", "last");
        Instant at = second == null ? null : Instant.ofEpochSecond(second);
        return new FailureRecord("r-" + traceId, traceId, task, "test", finding, signature, 0, Duration.ZERO, at);
    }

    /** Takes every entry and keeps none. */
    private static final class NoAudit implements AuditLog {

        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
            return new AuditEntry(1, Instant.EPOCH, actor, action, subject, details);
        }

        @Override
        public Page<AuditEntry> list(PageRequest page) {
            return new Page<>(entries, 0, 0);
        }
    }
}
