package tacit.evidence.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceUpdate;

class InterCodeSourceTest {

    private final InterCodeSource source = new InterCodeSource();

    @Test
    void makesATraceWithOneToolCallATurn() throws IOException {
        TraceUpdate run = only("{\"7\":" + task("How many hens?", 0.5) + "}");

        assertThat(run.trace().id()).isEqualTo("runs/7/0");
        assertThat(run.trace().text(Attribute.BATCH)).contains("runs");
        assertThat(run.trace().attributes()).containsEntry(Attribute.TRIAL, 0L);
        assertThat(run.trace().startedAt()).isNull();
        assertThat(run.trace().outcome().label()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(run.trace().outcome().score()).isEqualTo(0.5);
        assertThat(run.spans())
                .extracting(Span::name)
                .containsExactly("invoke_agent intercode-sql", "execute_tool sql", "execute_tool sql");
        assertThat(run.spans().get(0).input()).isEqualTo("How many hens?");
        assertThat(run.spans().get(1).input()).isEqualTo("SELECT 1");
        assertThat(run.spans().get(1).output()).isEqualTo("Error executing query: no hens");
        assertThat(run.spans().get(1).status()).isEqualTo(SpanStatus.UNSET);
        assertThat(run.spans().get(1).parentId()).isEqualTo(run.spans().get(0).id());
    }

    @Test
    void leavesTheRewardsOfTurnsBehind() throws IOException {
        TraceUpdate run = only("{\"7\":" + task("How many hens?", 1) + "}");

        assertThat(run.trace().outcome().label()).isEqualTo(OutcomeLabel.SUCCESS);
        assertThat(run.spans().toString()).doesNotContain("0.25");
    }

    @Test
    void keysATaskByItsQuery() throws IOException {
        TraceUpdate one = only("{\"7\":" + task("How many hens?", 0) + "}");
        TraceUpdate other = only("{\"8\":" + task("How many hens?", 1) + "}");

        assertThat(one.trace().taskKey()).isEqualTo("fe73be213619ff0ea609107a19faa4245b4fef8510f1c92cd08cc93eaba2a35e");
        assertThat(other.trace().taskKey()).isEqualTo(one.trace().taskKey());
    }

    @Test
    void unwrapsActionsWithThoughtsAndTellsSubmissionsApart() throws IOException {
        TraceUpdate run = only("{\"0\":{\"environment\":\"ic_bash\",\"query\":\"q\",\"turn_history\":{"
                + "\"thoughts\":[\"look\",\"done\"],\"actions\":[\"execute[ls [a]]\",\"submit\"],"
                + "\"observations\":[\"x\",\"\"]},\"summary\":{\"max_reward\":1}}}");

        assertThat(run.spans())
                .extracting(Span::name)
                .containsExactly(
                        "invoke_agent intercode-bash", "chat", "execute_tool bash", "chat", "execute_tool submit");
        assertThat(run.spans().get(2).input()).isEqualTo("ls [a]");
        assertThat(run.spans().get(1).output())
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":[{\"type\":\"reasoning\",\"content\":\"look\"}]}]");
    }

    @Test
    void tellsTheLanguageByTheActionsWhereNothingElseDoes() throws IOException {
        assertThat(only("{\"0\":" + bare("select 1") + "}").spans().get(1).tool())
                .contains("sql");
        assertThat(only("{\"0\":" + bare("grep -r x .") + "}").spans().get(1).tool())
                .contains("bash");
    }

    @Test
    void knowsNoOutcomeWithoutAGrade() throws IOException {
        assertThat(only("{\"0\":" + bare("ls") + "}").trace().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void recognisesItsFilesByTheirFields() {
        assertThat(source.recognises(TextFile.of("{\"0\":" + task("q", 1) + "}").sample()))
                .isGreaterThan(0.9);
        assertThat(source.recognises(TextFile.of("[{\"traj\":[]}]").sample())).isZero();
        assertThat(source.recognises(TextFile.of("{\"query\":1}").sample())).isZero();
    }

    static String task(String query, double grade) {
        return "{\"environment\":\"ic_sql\",\"query\":\"" + query
                + "\",\"turn_history\":{\"actions\":[\"SELECT 1\",\"SHOW"
                + " TABLES\"],\"observations\":[\"Error executing query: no hens\",\"[]\"],\"rewards\":[0.25,0.25]},"
                + "\"summary\":{\"max_reward\":" + grade + "}}";
    }

    private static String bare(String action) {
        return "{\"query\":\"q\",\"turn_history\":{\"actions\":[\"" + action + "\"],\"observations\":[]}}";
    }

    private TraceUpdate only(String json) throws IOException {
        CollectingSink sink = new CollectingSink();
        source.read(TextFile.of(json), sink);
        assertThat(sink.refusals).isEqualTo(List.of());
        return sink.updates.get(0);
    }
}
