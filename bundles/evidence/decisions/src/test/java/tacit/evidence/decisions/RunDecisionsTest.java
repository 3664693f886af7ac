package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;
import tacit.api.harness.Situation;
import tacit.api.store.Database;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceDecisions.OfCall;
import tacit.runtime.testkit.EachDatabase;

class RunDecisionsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Decision guard(String id, int second, String call) {
        Situation asked = new Situation(
                "guard",
                "decide(GuardQuestion)",
                "[{\"call\":" + call + ",\"history\":{\"steps\":[]}}]",
                NOON.plusSeconds(second),
                1,
                List.of());
        return new Decision(id, asked, "{\"effect\":\"ALLOW\"}", "ab".repeat(32), 3, Duration.ofMillis(1), 0);
    }

    private static Span call(String id, int second, String tool, @Nullable String input) {
        return Span.builder(id, Operation.EXECUTE_TOOL, "execute_tool " + tool)
                .attribute(Attribute.TOOL_NAME, tool)
                .startedAt(NOON.plusSeconds(second))
                .endedAt(NOON.plusSeconds(second + 1))
                .input(input)
                .build();
    }

    private static RecordedTrace run(Span... spans) {
        Trace trace = Trace.builder("t1")
                .startedAt(NOON)
                .endedAt(NOON.plusSeconds(3_600))
                .build();
        return new RecordedTrace(trace, List.of(spans));
    }

    private static List<OfCall> found(Database database, RecordedTrace run, Decision... recorded) {
        SqlDecisionLog log = Samples.log(database, NOON, Map.of());
        List.of(recorded).forEach(decision -> assertThat(log.offer(decision)).isTrue());
        // What was taken is written then
        log.close();
        return new RunDecisions(database, log).of(run);
    }

    @EachDatabase
    void laysDecisionsBesideTheCallsOfARun(Database database) {
        List<OfCall> found = found(
                database,
                run(
                        call("s1", 10, "Bash", "{ \"command\": \"ls\", \"limit\": 3 }"),
                        call("s2", 20, "Bash", "{\"command\":\"rm\"}"),
                        call("s3", 30, "Now", null)),
                guard("d1", 9, "{\"tool\":\"Bash\",\"arguments\":{\"limit\":3.0,\"command\":\"ls\"},\"role\":null}"),
                guard("d2", 29, "{\"tool\":\"Now\",\"arguments\":{},\"role\":\"READ\"}"),
                guard("d3", 19, "{\"tool\":\"Bash\",\"arguments\":{\"command\":\"rm -r\"},\"role\":null}"));

        assertThat(found).extracting(OfCall::spanId).containsExactly("s1", "s3");
        assertThat(found).extracting(one -> one.decision().id()).containsExactly("d1", "d2");
    }

    @EachDatabase
    void takesTheNewestQuestionOnceAndNoneFromAnotherTime(Database database) {
        String same = "{\"tool\":\"Bash\",\"arguments\":{\"command\":\"ls\"},\"role\":null}";
        List<OfCall> found = found(
                database,
                run(call("s1", 100, "Bash", "{\"command\":\"ls\"}"), call("s2", 101, "Bash", "{\"command\":\"ls\"}")),
                guard("early", 5, same),
                guard("d1", 99, same),
                guard("late", 300, same));

        assertThat(found).extracting(one -> one.decision().id()).containsExactly("d1");
    }

    @EachDatabase
    void findsNothingWhereNothingCanBeCompared(Database database) {
        RecordedTrace undated = new RecordedTrace(Trace.builder("t2").build(), List.of(call("s1", 1, "Bash", "{}")));

        assertThat(found(database, undated)).isEmpty();
        assertThat(found(database, run(call("s1", 1, "Bash", "ls -l")), guard("d1", 1, "\"ls\"")))
                .isEmpty();
    }

    @Test
    void readsNoCallOutOfOtherQuestions() {
        AskedCalls calls = new AskedCalls(JsonRedaction.factory(1_000));

        assertThat(calls.asked("[\"a\",\"b\"]")).isEmpty();
        assertThat(calls.asked("not json")).isEmpty();
        assertThat(calls.asked("[{\"call\":{\"tool\":\"x\",\"arguments\":{\"a\":[true,null,{\"b\":1}]}}}]"))
                .isPresent();
    }
}
