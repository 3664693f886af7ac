package tacit.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.evidence.trace.Traces.span;
import static tacit.evidence.trace.Traces.trace;

import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class TraceMarksTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final Database database;
    private final SqlTraceStore store;

    TraceMarksTest(Database database) {
        this.database = database;
        store = new SqlTraceStore(database);
    }

    @Test
    void aTraceIsUnreadUntilItIsReadAsItStands() {
        append("a");
        List<PendingTrace> before = store.unread(SCOPE, 9);
        append("b");
        store.read(SCOPE, before);

        assertThat(store.unread(SCOPE, 9)).containsExactly(new PendingTrace("t1", 2));

        store.read(SCOPE, store.unread(SCOPE, 9));
        assertThat(store.unread(SCOPE, 9)).isEmpty();
    }

    @Test
    void readingIsNotLearning() {
        append("a");

        store.learned(SCOPE, store.pending(SCOPE, 9));

        assertThat(store.pending(SCOPE, 9)).isEmpty();
        assertThat(store.unread(SCOPE, 9)).hasSize(1);
    }

    @Test
    void aTraceWhoseTextWasTakenBackIsUnreadAgain() {
        append("a");
        List<PendingTrace> seen = store.unread(SCOPE, 9);
        store.read(SCOPE, seen);

        new TraceTexts(database, store).forget(SCOPE, List.of("t1/a"), List.of());
        store.read(SCOPE, seen);

        assertThat(store.unread(SCOPE, 9)).hasSize(1);
    }

    @Test
    void refusesToAnswerNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.unread(SCOPE, 0));
    }

    private void append(String span) {
        store.append(SCOPE, List.of(TraceUpdate.of(trace("t1"), List.of(span(span)))));
    }
}
