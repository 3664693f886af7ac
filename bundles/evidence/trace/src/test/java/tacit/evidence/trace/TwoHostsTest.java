package tacit.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.store.sql.SqlDatabase;

/** Two hosts that share one PostgreSQL; HSQLDB lets one host in only, so there it is two threads. */
@EachDatabase
class TwoHostsTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final int TRACES = 30;

    private final TestDatabase first;

    TwoHostsTest(TestDatabase first) {
        this.first = first;
    }

    @Test
    void mergeWhatBothSayOfTheSameTraces() {
        SqlTraceStore here = new SqlTraceStore(first.database());

        List<AppendResult> results = new ArrayList<>();
        try (SqlDatabase second = secondHost()) {
            SqlTraceStore there = new SqlTraceStore(second == null ? first.database() : second);
            CompletableFuture<List<AppendResult>> other =
                    CompletableFuture.supplyAsync(() -> append(there, "b", OutcomeLabel.FAILURE, OutcomeSource.GRADER));
            results.addAll(append(here, "a", OutcomeLabel.SUCCESS, OutcomeSource.AGENT));
            results.addAll(other.join());
        }

        assertThat(results).filteredOn(AppendResult::traceIsNew).hasSize(TRACES);
        assertThat(here.counts(SCOPE).spans()).isEqualTo(3L * TRACES);
        assertThat(here.counts(SCOPE).outcomes()).containsEntry(OutcomeLabel.FAILURE, (long) TRACES);
        RecordedTrace one = here.find(SCOPE, "t7").orElseThrow();
        assertThat(one.spans()).hasSize(3);
    }

    private @Nullable SqlDatabase secondHost() {
        return first.engine() == Engine.HSQLDB
                ? null
                : new SqlDatabase(
                        first.dataSource(), Clock.systemUTC(), Configurations.of(SqlDatabase.Config.class, Map.of()));
    }

    private static List<AppendResult> append(
            SqlTraceStore store, String span, OutcomeLabel label, OutcomeSource source) {
        List<AppendResult> results = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            results.addAll(store.append(
                    SCOPE, List.of(Traces.update("t" + i, span, "shared"), Traces.judgement("t" + i, label, source))));
        }
        return results;
    }
}
