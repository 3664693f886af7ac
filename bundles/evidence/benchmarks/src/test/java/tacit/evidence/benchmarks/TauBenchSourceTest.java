package tacit.evidence.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

class TauBenchSourceTest {

    static final String MESSAGES = "[{\"role\":\"system\",\"content\":\"# Bakery agent policy\\nBe kind\"},"
            + "{\"role\":\"user\",\"content\":\"Where is my bread?\"},"
            + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"function\":{\"name\":\"find_loaf\","
            + "\"arguments\":\"{\\\"id\\\":1}\"}}]},"
            + "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"name\":\"find_loaf\",\"content\":\"Error: no such loaf\"},"
            + "{\"role\":\"assistant\",\"content\":\"It is gone.\"},"
            + "{\"role\":\"user\",\"content\":\"Thanks\"}]";

    private final TauBenchSource source = new TauBenchSource();

    @Test
    void makesATraceOfARun() throws IOException {
        TraceUpdate run = only("[" + run(4, 2, 0.0, MESSAGES) + "]");

        assertThat(run.trace().id()).isEqualTo("runs/4/2");
        assertThat(run.trace().taskKey()).isEqualTo("bakery/4");
        assertThat(run.trace().attributes()).containsEntry(Attribute.TRIAL, 2L).containsEntry(Attribute.BATCH, "runs");
        assertThat(run.trace().outcome().label()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(run.trace().outcome().score()).isZero();
        assertThat(run.spans())
                .extracting(Span::name)
                .containsExactly("invoke_agent tau-bakery", "chat", "execute_tool find_loaf", "chat");
    }

    @Test
    void joinsToolCallsWithTheirResultsAndJudgesNone() throws IOException {
        Span tool = only("[" + run(4, 2, 0.0, MESSAGES) + "]").spans().get(2);

        assertThat(tool.tool()).contains("find_loaf");
        assertThat(tool.input()).isEqualTo("{\"id\":1}");
        assertThat(tool.output()).isEqualTo("Error: no such loaf");
        assertThat(tool.status()).isEqualTo(SpanStatus.UNSET);
        assertThat(tool.number(RunSpans.STEP)).contains(2L);
    }

    @Test
    void joinsResultsWithoutIdsInTheirOrder() throws IOException {
        String call = "{\"function\":{\"name\":\"a\",\"arguments\":{\"n\":1}}}";
        TraceUpdate run = only("["
                + run(
                        1,
                        0,
                        1.0,
                        "[{\"role\":\"assistant\",\"tool_calls\":[" + call + "," + call + "]},"
                                + "{\"role\":\"tool\",\"content\":\"one\"},{\"role\":\"tool\",\"content\":\"two\"},"
                                + "{\"role\":\"tool\",\"name\":\"b\",\"content\":\"stray\"}]")
                + "]");

        assertThat(run.spans()).extracting(Span::output).endsWith("one", "two", "stray");
        assertThat(run.spans().get(2).input()).isEqualTo("{\"n\":1}");
    }

    @Test
    void showsWhatTheUserSaid() throws IOException {
        TraceUpdate run = only("[" + run(4, 2, 1.0, MESSAGES) + "]");

        assertThat(run.spans().get(0).input()).isEqualTo("Where is my bread?");
        assertThat(run.spans().get(0).output()).isEqualTo("It is gone.");
        assertThat(run.spans().get(1).input())
                .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Where is my bread?\"}]}]");
        assertThat(run.spans().get(0).events()).extracting(SpanEvent::name).containsExactly("gen_ai.user.message");
    }

    @Test
    void leavesWhatTheGraderWantedBehind() throws IOException {
        assertThat(only("[" + run(4, 2, 1.0, MESSAGES) + "]").toString()).doesNotContain("gold_loaf", "secret plan");
    }

    @Test
    void tellsTheDomainByToolsAndByTheBatchWhereNoPolicyDoes() throws IOException {
        String order = "[{\"role\":\"tool\",\"name\":\"get_order_details\",\"content\":\"x\"}]";
        String flight = "[{\"role\":\"tool\",\"name\":\"search_direct_flight\",\"content\":\"x\"}]";

        assertThat(only("[" + run(1, 0, 1, order) + "]").trace().taskKey()).isEqualTo("retail/1");
        assertThat(only("[" + run(1, 0, 1, flight) + "]").trace().taskKey()).isEqualTo("airline/1");
        assertThat(only("[" + run(1, 0, 1, "[]") + "]").trace().taskKey()).isEqualTo("tau/1");
    }

    @Test
    void countsTrialsWhereTheFileDoesNot() throws IOException {
        String run = "{\"task_id\":\"t\",\"reward\":1,\"traj\":[]}";
        CollectingSink sink = read("[" + run + "," + run + "]");

        assertThat(sink.traceIds()).containsExactly("runs/t/0", "runs/t/1");
    }

    @Test
    void marksRunsThatCrashed() throws IOException {
        TraceUpdate run = only("[{\"task_id\":1,\"trial\":0,\"reward\":0,\"info\":{\"error\":\"boom\"},\"traj\":[]}]");

        assertThat(run.trace().status()).isEqualTo(TraceStatus.FAILED);
        assertThat(run.spans().get(0).statusMessage()).isEqualTo("boom");
    }

    @Test
    void knowsNoOutcomeWithoutAReward() throws IOException {
        assertThat(only("[{\"task_id\":1,\"traj\":[]}]").trace().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void recognisesItsFilesByTheirFields() {
        assertThat(source.recognises(TextFile.of("[" + run(1, 0, 1, "[]") + "]").sample()))
                .isGreaterThan(0.9);
        assertThat(source.recognises(
                        TextFile.of("[{\"trajectory_id\":1,\"failures\":[]}]").sample()))
                .isZero();
        assertThat(source.recognises(TextFile.of("{\"task_id\":1,\"traj\":[]}").sample()))
                .isZero();
    }

    static String run(int task, int trial, double reward, String messages) {
        return "{\"task_id\":" + task + ",\"trial\":" + trial + ",\"reward\":" + reward + ",\"info\":{\"task\":{"
                + "\"instruction\":\"secret plan\",\"actions\":[{\"name\":\"gold_loaf\"}]}},\"traj\":" + messages + "}";
    }

    private TraceUpdate only(String json) throws IOException {
        CollectingSink sink = read(json);
        assertThat(sink.refusals).isEqualTo(List.of());
        return sink.updates.get(0);
    }

    private CollectingSink read(String json) throws IOException {
        CollectingSink sink = new CollectingSink();
        source.read(TextFile.of(json), sink);
        return sink;
    }
}
