package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.GivenFeedback;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.SpanStatus;
import tacit.runtime.testkit.EachDatabase;
import tacit.surface.mcp.Posts.Answer;

/** The tools over real services, on both databases. */
@EachDatabase
class ToolCallsTest {

    private static final Scope ANN = new Scope("default", "ann");

    @TempDir
    Path folder;

    private final Database database;
    private Host host;
    private Posts posts;

    ToolCallsTest(Database database) {
        this.database = database;
    }

    private void open(String mode, Map<String, ?> switches) throws Exception {
        host = new Host(database, folder, mode, switches);
        posts = new Posts(host);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void findsAMemoryAndShowsItWhole() throws Exception {
        open("off", Map.of());
        String id = host.remembered("ann", "Ann likes copper tea in the harbour");

        JsonNode hit = posts.call("ann", "memory_search", "{\"query\":\"copper tea\",\"types\":[\"memory\"]}")
                .value()
                .path("results")
                .path(0);
        JsonNode shown = posts.call(
                        "ann", "memory_get", "{\"ids\":[\"" + hit.path("id").asText() + "\",\"none\"]}")
                .value();

        assertThat(hit.path("id").asText()).isEqualTo("memory:" + id);
        assertThat(hit.path("lane").asText()).isEqualTo("statement");
        assertThat(shown.path("memories").path(0).path("text").asText()).contains("copper tea");
        assertThat(shown.path("memories")
                        .path(0)
                        .path("evidence")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("trace");
        assertThat(shown.path("missing").path(0).asText()).isEqualTo("none");
        assertThat(posts.call("ann", "search_memories", "{\"query\":\"copper tea\"}")
                        .text())
                .contains("copper tea");
    }

    @Test
    void keepsAProposalWithTheCallItselfAsEvidence() throws Exception {
        open("off", Map.of());

        JsonNode kept = posts.stateless(
                        "ann",
                        "tools/call",
                        "{\"name\":\"memory_propose\",\"arguments\":{\"content\":\"We chose Vite\",\"type\":\"decision\"}}")
                .value();

        MemoryRecord memory = archive(ANN).get(0);
        assertThat(kept.path("status").asText()).isEqualTo("stored");
        assertThat(kept.path("id").asText()).isEqualTo(memory.id());
        assertThat(memory.text()).isEqualTo("We chose Vite");
        assertThat(memory.scope()).isEqualTo(MemoryScope.ofUser("ann"));
        assertThat(memory.evidence().get(0).id()).isEqualTo(kept.path("taskId").asText());
        RecordedTrace run = host.traces.find(ANN, kept.path("taskId").asText()).orElseThrow();
        assertThat(run.trace().attributes()).containsEntry(Attribute.OWN_RUN, true);
        assertThat(run.trace().userId()).isEqualTo("ann");
        assertThat(run.spans().get(0).name()).isEqualTo("execute_tool memory_propose");
    }

    @Test
    void neverGoesAroundTheGate() throws Exception {
        open("all", Map.of());

        JsonNode staged = posts.call("ann", "memory_propose", "{\"content\":\"We chose Vite\"}")
                .value();
        assertThat(staged.path("status").asText()).isEqualTo("staged");
        assertThat(archive(ANN)).isEmpty();
        PendingWrite applied = host.gate.approve(ANN, staged.path("pendingId").asText(), "olga", null);

        assertThat(applied.status()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(archive(ANN)).extracting(MemoryRecord::text).containsExactly("We chose Vite");
        assertThat(posts.call("ann", "memory_save", "{\"content\":\"We chose Rollup\"}")
                        .text())
                .contains("staged");
    }

    @Test
    void saysWhyNothingIsKept() throws Exception {
        open("off", Map.of());

        Answer refused = posts.call("ann", "memory_propose", "{\"content\":\"<no-memory> We chose Vite\"}");

        assertThat(refused.result().path("isError").asBoolean()).isTrue();
        assertThat(refused.text()).contains("marked_no_memory");
        assertThat(archive(ANN)).isEmpty();
    }

    @Test
    void tellsNobodyOfWhatIsSwitchedOff() throws Exception {
        open("off", Map.of("disabled", new String[] {"memory_save"}, "progressive_recall", false));

        String tools = posts.ask("ann", "tools/list", "{}").body();

        assertThat(tools)
                .contains("\"name\":\"memory_get\"")
                .doesNotContain(
                        "\"name\":\"memory_save\"", "\"name\":\"memory_propose\"", "\"name\":\"memory_details\"");
        assertThat(posts.call("ann", "memory_propose", "{\"content\":\"x\"}").code())
                .isEqualTo(-32602);
    }

    @Test
    void recordsARunThatIsReported() throws Exception {
        open("off", Map.of());

        JsonNode taken = posts.call(
                        "ann",
                        "trace_report",
                        "{\"traceId\":\"t1\",\"task\":\"Count the hives\",\"answer\":\"Nine\",\"agent\":\"keeper\","
                                + "\"sessionId\":\"s1\",\"taskKey\":\"hives\",\"contextId\":\"c1\","
                                + "\"startedAt\":\"2026-03-01T11:59:00Z\",\"endedAt\":\"2026-03-01T12:00:00Z\","
                                + "\"spans\":[{\"name\":\"sql\",\"input\":\"select 1\",\"output\":\"1\"},"
                                + "{\"name\":\"sql\",\"error\":\"no such table\",\"errorType\":\"SqlError\"}],"
                                + "\"outcome\":{\"score\":0.25,\"explanation\":\"too few\"}}")
                .value();

        RecordedTrace run = host.traces.find(ANN, "t1").orElseThrow();
        assertThat(taken.path("new").asBoolean()).isTrue();
        assertThat(taken.path("spans").asInt()).isEqualTo(3);
        assertThat(run.trace().agent()).isEqualTo("keeper");
        assertThat(run.trace().userId()).isEqualTo("ann");
        assertThat(run.trace().sessionId()).isEqualTo("s1");
        assertThat(run.trace().taskKey()).isEqualTo("hives");
        assertThat(run.trace().attributes()).containsEntry("tacit.context.id", "c1");
        assertThat(run.trace().outcome().label()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(run.trace().outcome().source()).isEqualTo(OutcomeSource.AGENT);
        assertThat(run.spans())
                .filteredOn(span -> span.status() == SpanStatus.ERROR)
                .hasSize(1);
        assertThat(run.spans())
                .filteredOn(span -> span.id().equals("run"))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.input()).isEqualTo("Count the hives");
                    assertThat(span.output()).isEqualTo("Nine");
                });
    }

    @Test
    void takesSecretsOutOfWhatIsReported() throws Exception {
        open("off", Map.of());

        JsonNode taken = posts.call(
                        "ann",
                        "trace_report",
                        "{\"task\":\"Use AKIAIOSFODNN7EXAMPLE with Bearer abcdefghijklmnop0123456789\"}")
                .value();

        String id = taken.path("traceId").asText();
        assertThat(taken.path("redactions").asInt()).isPositive();
        assertThat(host.traces.find(ANN, id).orElseThrow().spans().get(0).input())
                .doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void leadsFeedbackToTheDesk() throws Exception {
        open("off", Map.of());
        posts.call("ann", "trace_report", "{\"traceId\":\"t1\",\"task\":\"Count\"}");

        JsonNode routed = posts.call(
                        "ann",
                        "feedback_submit",
                        "{\"taskId\":\"t1\",\"decision\":\"rejected\",\"reason\":\"too_verbose\",\"kind\":\"task\"}")
                .value();

        GivenFeedback given = host.learning.given.get(0);
        assertThat(routed.path("routed").path("style").asText()).isEqualTo("shifted");
        assertThat(given.decision()).isEqualTo(GivenFeedback.Decision.REJECTED);
        assertThat(given.kind()).isEqualTo(GivenFeedback.Kind.TASK);
        assertThat(given.userId()).isEqualTo("ann");
    }

    @Test
    void takesTheUserOfARunWhereNobodySaysWhoThoughtSo() throws Exception {
        open("off", Map.of());
        posts.call("ann", "trace_report", "{\"traceId\":\"t1\",\"task\":\"Count\"}");

        posts.call("agent", "feedback_submit", "{\"taskId\":\"t1\",\"decision\":\"accepted\",\"id\":\"f1\"}");

        assertThat(host.learning.given.get(0).userId()).isEqualTo("ann");
        assertThat(host.learning.given.get(0).id()).isEqualTo("f1");
    }

    @Test
    void showsASkillAndWhyItIsThere() throws Exception {
        open("off", Map.of());
        host.skilled(null, "release-notes");

        Answer skill = posts.call("ann", "skill_get", "{\"name\":\"release-notes\"}");
        JsonNode why = posts.call("ann", "learning_explain", "{\"id\":\"release-notes\"}")
                .value();

        assertThat(skill.text()).startsWith("---\nname: release-notes\n");
        assertThat(skill.value().path("version").asInt()).isEqualTo(1);
        assertThat(why.path("kind").asText()).isEqualTo("skill");
        assertThat(why.path("skill").path(0).path("evidence").path(0).asText()).isEqualTo("twice");
    }

    @Test
    void explainsARunAndHidesWordsOfOthersRunsFromAgentsOfTheWorkspace() throws Exception {
        open("off", Map.of());
        posts.call("ann", "trace_report", "{\"traceId\":\"t1\",\"task\":\"Count\"}");

        assertThat(posts.call("ann", "learning_explain", "{\"id\":\"t1\"}").text())
                .contains("A run about the harbour", "Nothing was learnt of the harbour", "The rule");
        assertThat(posts.call("reader", "learning_explain", "{\"id\":\"t1\"}").text())
                .contains("harbour");
        assertThat(posts.call("agent", "learning_explain", "{\"id\":\"t1\"}").text())
                .contains("The rule")
                .doesNotContain("harbour");
    }

    private List<MemoryRecord> archive(Scope scope) {
        return host.memories
                .list(scope, MemoryFilter.active("archive"), PageRequest.first(10))
                .rows();
    }
}
