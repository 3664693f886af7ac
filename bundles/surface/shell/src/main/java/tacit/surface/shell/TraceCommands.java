package tacit.surface.shell;

import java.util.Locale;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;

/** Commands that show what agents did. */
@Component(
        service = TraceCommands.class,
        property = {
            "osgi.command.scope=tacit",
            "osgi.command.function=traces",
            "osgi.command.function=trace",
            "osgi.command.function=stats"
        })
public final class TraceCommands {

    private final TraceStore traces;
    private final FailureClusters clusters;
    private final EvalCases evals;

    @Activate
    public TraceCommands(
            @Reference TraceStore traces, @Reference FailureClusters clusters, @Reference EvalCases evals) {
        this.traces = traces;
        this.clusters = clusters;
        this.evals = evals;
    }

    @Descriptor("lists traces, newest first")
    public void traces(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("only this agent") @Parameter(names = "--agent", absentValue = "") String agent,
            @Descriptor("only this task") @Parameter(names = "--task", absentValue = "") String task,
            @Descriptor("only success, failure, neutral or unknown") @Parameter(names = "--outcome", absentValue = "")
                    String outcome,
            @Descriptor("only running, completed, failed or skipped") @Parameter(names = "--status", absentValue = "")
                    String status,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        TraceFilter filter = new TraceFilter(
                Words.optional(agent),
                Words.optional(task),
                null,
                Words.optional(OutcomeLabel.class, outcome),
                Words.optional(TraceStatus.class, status),
                null,
                null);
        Rows rows = Rows.of(traces.list(Words.scope(workspace), filter, Words.page(offset, limit)), TraceCommands::row);
        new Printer(session).print(rows, json);
    }

    @Descriptor("shows one trace with its spans")
    public void trace(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the trace") String id) {
        Scope scope = Words.scope(workspace);
        RecordedTrace recorded = traces.find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException("Cannot show trace '" + id + "': no such trace"));
        Printer printer = new Printer(session);
        printer.print(row(recorded.trace()), json);
        printer.print(Rows.of(traces.outcomes(scope, id), TraceCommands::row), json);
        printer.print(Rows.of(recorded.spans(), TraceCommands::row), json);
    }

    @Descriptor("counts what is known")
    public void stats(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        Scope scope = Words.scope(workspace);
        TraceCounts counts = traces.counts(scope);
        PageRequest one = PageRequest.first(1);
        Map<String, @Nullable Object> stats = Rows.row("traces", counts.traces(), "spans", counts.spans());
        for (OutcomeLabel label : OutcomeLabel.values()) {
            stats.put(label.name().toLowerCase(Locale.ROOT), counts.outcomes().getOrDefault(label, 0L));
        }
        stats.put("failures", clusters.failures(scope, FailureFilter.ALL, one).total());
        stats.put("clusters", clusters.list(scope, ClusterFilter.ALL, one).total());
        stats.put("evals", evals.list(scope, one).total());
        counts.lastStartByAgent().forEach((agent, last) -> stats.put("last trace of " + agent, last));
        new Printer(session).print(stats, json);
    }

    private static Map<String, @Nullable Object> row(Trace trace) {
        return Rows.row(
                "id", trace.id(),
                "started", trace.startedAt(),
                "took", trace.duration(),
                "agent", trace.agent(),
                "task", trace.taskKey(),
                "status", trace.status(),
                "outcome", trace.outcome().label());
    }

    private static Map<String, @Nullable Object> row(Outcome outcome) {
        return Rows.row(
                "outcome", outcome.label(),
                "score", outcome.score(),
                "source", outcome.source(),
                "name", outcome.name(),
                "span", outcome.spanId(),
                "explanation", outcome.explanation());
    }

    private static Map<String, @Nullable Object> row(Span span) {
        return Rows.row(
                "span", span.id(),
                "operation", span.operation(),
                "name", span.name(),
                "took", span.duration(),
                "tokens", span.tokens(),
                "status", span.status(),
                "error", span.errorType(),
                "output", span.output());
    }
}
