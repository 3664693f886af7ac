package tacit.learn.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.learn.Triage;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.mine.detect.FailedCallDetector;
import tacit.learn.mine.facts.FactSheets;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredTriageTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final Database database;
    private final SqlTraceStore traces;

    StoredTriageTest(Database database) {
        this.database = database;
        this.traces = new SqlTraceStore(database);
    }

    @Test
    void keepsTheLaterOfTwoStatements() {
        StoredTriage triage = open();

        triage.add(SCOPE, List.of(said("t1", "s1", true), said("t1", null, true)));
        triage.add(SCOPE, List.of(said("t1", "s1", false)));

        assertThat(triage.list(SCOPE)).containsExactlyInAnyOrder(said("t1", "s1", false), said("t1", null, true));
    }

    @Test
    void keepsWorkspacesAndUsersApart() {
        StoredTriage triage = open();

        triage.add(new Scope("one", "ann"), List.of(said("t1", "s1", true)));

        assertThat(triage.list(Scope.ofWorkspace("two"))).isEmpty();
        assertThat(triage.list(new Scope("one", "bob"))).isEmpty();
        assertThat(triage.list(new Scope("one", "ann"))).hasSize(1);
        assertThat(triage.of("two")).isEqualTo(Taught.of(Taught.NOTHING.model(), List.of()));
    }

    @Test
    void learnsFromStatementsAndFindsTheModelAgain() {
        StoredTriage triage = open();
        triage.add(SCOPE, taught());

        Taught learned = triage.of(SCOPE.workspaceId());

        assertThat(learned.model().kinds()).containsOnlyKeys("tool_error");
        assertThat(open().of(SCOPE.workspaceId())).isEqualTo(learned);
    }

    @Test
    void learnsAnewWhenMoreIsSaid() {
        StoredTriage triage = open();
        triage.add(SCOPE, taught());
        Taught before = triage.of(SCOPE.workspaceId());

        triage.add(SCOPE, List.of(said("t0", "s3", false)));

        assertThat(triage.of(SCOPE.workspaceId()).model()).isNotEqualTo(before.model());
    }

    private List<Triage> taught() {
        List<Triage> statements = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String id = "t" + i;
            var told = new Story()
                    .asks("lookup", "{}")
                    .failingTool("lookup", "{}", "missing argument id")
                    .says("Well")
                    .tell();
            traces.append(SCOPE, List.of(TraceUpdate.of(Trace.builder(id).build(), told.spans())));
            statements.add(said(id, "s3", true));
            statements.add(said(id, "s1", false));
        }
        return statements;
    }

    private StoredTriage open() {
        return new StoredTriage(database, traces, new Detection(List.of(new FailedCallDetector(new FactSheets()))));
    }

    private static Triage said(String trace, @org.jspecify.annotations.Nullable String span, boolean failure) {
        return new Triage(trace, span, "tool_error", failure, "ann", Instant.EPOCH);
    }
}
