package tacit.surface.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.store.Scope;

/** Commands that show what keeps failing and let an operator sort it. */
@Component(
        service = FailureCommands.class,
        property = {
            "osgi.command.scope=tacit",
            "osgi.command.function=failures",
            "osgi.command.function=clusters",
            "osgi.command.function=cluster",
            "osgi.command.function=evals"
        })
public final class FailureCommands {

    private final FailureClusters clusters;
    private final EvalCases evals;

    @Activate
    public FailureCommands(@Reference FailureClusters clusters, @Reference EvalCases evals) {
        this.clusters = clusters;
        this.evals = evals;
    }

    @Descriptor("lists failures, newest first")
    public void failures(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("only this trace") @Parameter(names = "--trace", absentValue = "") String trace,
            @Descriptor("only this kind") @Parameter(names = "--category", absentValue = "") String category,
            @Descriptor("only agent or environment") @Parameter(names = "--class", absentValue = "") String owner,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        FailureFilter filter = new FailureFilter(
                Words.optional(trace), Words.optional(category), Words.optional(FailureClass.class, owner), null);
        Rows rows = Rows.of(
                clusters.failures(Words.scope(workspace), filter, Words.page(offset, limit)), FailureCommands::row);
        new Printer(session).print(rows, json);
    }

    @Descriptor("lists families of failures, the costliest first")
    public void clusters(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("only open, stable, mitigated, reopened or dismissed")
                    @Parameter(names = "--state", absentValue = "")
                    String state,
            @Descriptor("only this kind") @Parameter(names = "--category", absentValue = "") String category,
            @Descriptor("only agent or environment") @Parameter(names = "--class", absentValue = "") String owner,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        ClusterFilter filter = new ClusterFilter(
                Words.optional(ClusterState.class, state),
                Words.optional(category),
                Words.optional(FailureClass.class, owner));
        Rows rows =
                Rows.of(clusters.list(Words.scope(workspace), filter, Words.page(offset, limit)), FailureCommands::row);
        new Printer(session).print(rows, json);
    }

    @Descriptor("shows a family, or changes it: split RECORD…, merge CLUSTER, dismiss, reopen")
    public void cluster(
            CommandSession session,
            @Descriptor("members to show") @Parameter(names = "--limit", absentValue = "10") int limit,
            @Descriptor("members to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the family, then what to do with it") String... words) {
        if (words.length == 0) {
            throw new IllegalArgumentException(
                    "A cluster must be named: tacit:cluster ID [split|merge|dismiss|reopen]");
        }
        Scope scope = Words.scope(workspace);
        FailureCluster cluster = found(scope, words[0]);
        if (words.length > 1) {
            cluster = change(scope, cluster, words[1], List.of(Arrays.copyOfRange(words, 2, words.length)));
        }
        Printer printer = new Printer(session);
        printer.print(details(cluster), json);
        printer.print(
                Rows.of(clusters.members(scope, cluster.id(), Words.page(offset, limit)), FailureCommands::row), json);
    }

    private FailureCluster found(Scope scope, String id) {
        return clusters.find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException("Cannot show cluster '" + id + "': no such cluster"));
    }

    private FailureCluster change(Scope scope, FailureCluster cluster, String verb, List<String> rest) {
        return switch (verb) {
            case "split" -> clusters.split(scope, cluster.id(), rest, Words.OPERATOR);
            case "merge" -> clusters.merge(scope, cluster.id(), other(rest), Words.OPERATOR);
            case "dismiss" -> move(scope, cluster, ClusterState.DISMISSED);
            case "reopen" -> move(scope, cluster, ClusterState.OPEN);
            default ->
                throw new IllegalArgumentException(
                        "A cluster can be changed by split, merge, dismiss and reopen, got '" + verb + "'");
        };
    }

    private FailureCluster move(Scope scope, FailureCluster cluster, ClusterState state) {
        return clusters.move(scope, cluster.id(), state, cluster.version(), Words.OPERATOR);
    }

    private static String other(List<String> rest) {
        if (rest.size() != 1) {
            throw new IllegalArgumentException("merge needs exactly one other cluster, got " + rest.size());
        }
        return rest.get(0);
    }

    @Descriptor("lists eval cases, newest first")
    public void evals(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        Rows rows = Rows.of(evals.list(Words.scope(workspace), Words.page(offset, limit)), FailureCommands::row);
        new Printer(session).print(rows, json);
    }

    private static Map<String, @Nullable Object> row(FailureRecord failure) {
        return Rows.row(
                "id", failure.id(),
                "trace", failure.traceId(),
                "span", failure.finding().spanId(),
                "kind", failure.finding().category(),
                "severity", failure.finding().severity(),
                "detector", failure.detector(),
                "evidence", failure.finding().evidence());
    }

    private static Map<String, @Nullable Object> row(FailureCluster cluster) {
        return Rows.row(
                "id", cluster.id(),
                "title", cluster.title(),
                "state", cluster.state(),
                "count", cluster.count(),
                "traces", cluster.traces(),
                "tokens", cluster.impact().tokens(),
                "time", cluster.impact().duration());
    }

    private static Map<String, @Nullable Object> details(FailureCluster cluster) {
        Map<String, @Nullable Object> details = row(cluster);
        details.put("kind", cluster.category());
        details.put("class", cluster.failureClass());
        details.put("operation", cluster.signature().operation());
        details.put("tool", cluster.signature().tool());
        details.put("template", cluster.signature().template());
        details.put("first seen", cluster.firstSeen());
        details.put("last seen", cluster.lastSeen());
        details.put("examples", cluster.examples());
        return details;
    }

    private static Map<String, @Nullable Object> row(ClusterMember member) {
        return Rows.row(
                "record", member.record().id(),
                "trace", member.record().traceId(),
                "joined by", member.joinedBy(),
                "similarity", member.similarity(),
                "evidence", member.record().finding().evidence());
    }

    private static Map<String, @Nullable Object> row(EvalCase evalCase) {
        return Rows.row(
                "id", evalCase.id(),
                "title", evalCase.title(),
                "cluster", evalCase.clusterId(),
                "split by", evalCase.splitBy(),
                "older", evalCase.older().size(),
                "newer", evalCase.newer().size());
    }
}
