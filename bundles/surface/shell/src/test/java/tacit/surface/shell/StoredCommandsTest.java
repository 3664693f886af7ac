package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.clusters.SqlFailureClusters;
import tacit.learn.evals.SqlEvalCases;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredCommandsTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final ListAudit audit = new ListAudit();
    private FailureClusters clusters;

    @BeforeEach
    void start(Database database) {
        io.start();
        TraceStore traces = new SqlTraceStore(database);
        clusters = new SqlFailureClusters(database, audit, CLOCK, 0.5);
        SqlEvalCases evals = new SqlEvalCases(database, clusters, CLOCK);
        traces.append(
                SCOPE,
                List.of(
                        run("good", OutcomeLabel.SUCCESS),
                        run("bad1", OutcomeLabel.FAILURE),
                        run("bad2", OutcomeLabel.FAILURE)));
        clusters.assign(SCOPE, List.of("bad1", "bad2"), List.of(failure("bad1"), failure("bad2")));
        evals.refresh(SCOPE, families());
        TraceCommands traceCommands = new TraceCommands(traces, clusters, evals);
        FailureCommands failureCommands = new FailureCommands(clusters, evals);
        List.of("traces", "trace", "stats").forEach(name -> processor.addCommand("tacit", traceCommands, name));
        List.of("failures", "clusters", "cluster", "evals")
                .forEach(name -> processor.addCommand("tacit", failureCommands, name));
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void listsTracesByOutcomeAndPage() {
        assertThat(run("tacit:traces --outcome failure --limit 1")).isEqualTo(Command.OK);

        assertThat(text(out)).contains("bad").doesNotContain("good").contains("1 to 1 of 2; more with --offset 1");
    }

    @Test
    void showsATraceWithItsSpans() {
        run("tacit:trace bad1");

        assertThat(text(out)).contains("FAILURE", "execute_tool", "no such column");
    }

    @Test
    void namesATraceThatDoesNotExist() {
        assertThat(run("tacit:trace nothing")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("Cannot show trace 'nothing': no such trace");
    }

    @Test
    void refusesAnOutcomeThatIsNone() {
        assertThat(run("tacit:traces --outcome bad")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("Value must be one of success, failure, neutral, unknown, got 'bad'");
    }

    @Test
    void countsWhatIsKnown() {
        run("tacit:stats --json");

        assertThat(text(out))
                .contains(
                        "\"traces\":3",
                        "\"failure\":2",
                        "\"success\":1",
                        "\"failures\":2",
                        "\"clusters\":1",
                        "\"evals\":1");
    }

    @Test
    void listsFailuresOfOneTrace() {
        run("tacit:failures --trace bad2");

        assertThat(text(out)).contains("bad2", "tool_error").doesNotContain("bad1");
    }

    @Test
    void listsClustersByState() {
        run("tacit:clusters --state stable");
        assertThat(text(out)).contains(families().get(0).id());

        out.reset();
        run("tacit:clusters --state dismissed");
        assertThat(text(out)).contains("Nothing found");
    }

    @Test
    void dismissesAClusterWithAnEntryInTheAuditLog() {
        String id = families().get(0).id();

        assertThat(run("tacit:cluster " + id + " dismiss")).isEqualTo(Command.OK);

        assertThat(families().get(0).state()).isEqualTo(ClusterState.DISMISSED);
        assertThat(audit.entries).hasSize(1);
    }

    @Test
    void splitsAMemberOff() {
        FailureCluster family = families().get(0);
        String member = clusters.members(SCOPE, family.id(), PageRequest.first(1))
                .rows()
                .get(0)
                .record()
                .id();

        assertThat(run("tacit:cluster " + family.id() + " split " + member)).isEqualTo(Command.OK);

        assertThat(families()).hasSize(2);
    }

    @Test
    void refusesAChangeThatItDoesNotKnow() {
        String id = families().get(0).id();

        assertThat(run("tacit:cluster " + id + " explode")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:cluster " + id + " merge")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:cluster nothing")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("got 'explode'", "merge needs exactly one other cluster", "no such cluster");
        assertThat(families()).hasSize(1);
    }

    @Test
    void listsEvalCases() {
        run("tacit:evals");

        assertThat(text(out))
                .contains("Does not happen again", families().get(0).id());
    }

    private List<FailureCluster> families() {
        return clusters.list(SCOPE, ClusterFilter.ALL, PageRequest.first(10)).rows();
    }

    private int run(String line) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                160,
                Path.of("/caller"));
        return new ShellCommand(processor).run(List.of(line), console);
    }

    private static TraceUpdate run(String id, OutcomeLabel label) {
        Span span = Span.builder("s1", Operation.EXECUTE_TOOL, "execute_tool sql")
                .output("no such column")
                .build();
        Trace trace = Trace.builder(id)
                .agent("a")
                .outcome(Outcome.of(label, OutcomeSource.GRADER))
                .build();
        return TraceUpdate.of(trace, List.of(span));
    }

    private static FailureRecord failure(String traceId) {
        Finding finding = new Finding(
                "s1", "tool_error", FailureClass.AGENT, Severity.HIGH, 1, "It failed", "no such column", null);
        Signature signature = new Signature("execute_tool", "sql", "tool_error", "no such column", "last");
        return new FailureRecord("r-" + traceId, traceId, null, "test", finding, signature, 0, Duration.ZERO, null);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
