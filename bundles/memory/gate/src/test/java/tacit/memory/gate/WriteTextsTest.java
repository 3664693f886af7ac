package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.gate.GateFixture.SCOPE;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.MemoryWrite.Target;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class WriteTextsTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope NORA = new Scope(SCOPE.workspaceId(), "nora");

    private SqlWriteGate gate;
    private WriteTexts texts;

    @BeforeEach
    void open(Database database) {
        gate = new GateFixture(database).gate("all");
        SqlTraceStore traces = new SqlTraceStore(database);
        traces.append(
                NORA, List.of(new TraceUpdate(Trace.builder("t1").userId("nora").build(), List.of(), List.of())));
        texts = new WriteTexts(database, gate, traces);
        stage("A note that says: " + SECRET, Evidence.Kind.TRACE, "t9");
        stage("violet giraffe of Mombasa sings before noon", Evidence.Kind.TRACE, "t9");
        stage("Made from a run of hers", Evidence.Kind.SPAN, "t1/s1");
        stage("Other words", Evidence.Kind.TRACE, "t9");
    }

    @Test
    void dropsWritesThatQuoteATextOrAPieceOfIt() {
        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isEqualTo(2);

        assertThat(contents()).containsExactlyInAnyOrder("Made from a run of hers", "Other words");
    }

    @Test
    void dropsWritesThatWereMadeFromANamedSpan() {
        assertThat(texts.forget(SCOPE, List.of("t1/s1"), List.of())).isEqualTo(1);
    }

    @Test
    void dropsWritesThatWereMadeFromTheRunsOfAUser() {
        assertThat(texts.heldOf(NORA)).hasValue(1);

        assertThat(texts.forgetUser(NORA)).isEqualTo(1);

        assertThat(contents()).hasSize(3).doesNotContain("Made from a run of hers");
    }

    @Test
    void leavesWritesOfOtherWorkspaces() {
        assertThat(texts.forget(Scope.ofWorkspace("other"), List.of(), List.of(SECRET)))
                .isZero();
        assertThat(contents()).hasSize(4);
    }

    private void stage(String content, Evidence.Kind kind, String id) {
        TreeMap<String, String> payload = new TreeMap<>();
        payload.put(MemoryWrite.CONTENT, content);
        gate.evaluate(new MemoryWrite(
                SCOPE.workspaceId(),
                Target.ARCHIVE,
                "capture",
                Origin.DISTILL,
                null,
                payload,
                null,
                null,
                List.of(Evidence.of(kind, id))));
    }

    private List<String> contents() {
        return gate.list(SCOPE, null, PageRequest.first(10)).rows().stream()
                .map(PendingWrite::write)
                .map(write -> String.valueOf(write.payload().get(MemoryWrite.CONTENT)))
                .toList();
    }
}
