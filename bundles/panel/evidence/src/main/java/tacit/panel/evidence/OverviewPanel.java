package tacit.panel.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.TaskLearning;
import tacit.api.autonomy.Approvals;
import tacit.api.experiment.Experiments;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClusters;
import tacit.api.memory.WriteGate;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.panel.forms.Sought;

/** What is running, what was learnt today, and what waits for somebody. */
@Component(service = Panel.class)
public final class OverviewPanel implements Panel {

    private static final int FEW = 8;
    private static final int DAY = 200;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable LearningFeed feed;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable LearningsLog learnings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Approvals approvals;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable WriteGate writes;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Experiments> experiments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SkillProposals skills;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SuggestionDesk suggestions;

    private final TraceStore traces;
    private final FailureClusters clusters;

    @Activate
    public OverviewPanel(@Reference TraceStore traces, @Reference FailureClusters clusters) {
        this.traces = traces;
        this.clusters = clusters;
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public String title() {
        return "Overview";
    }

    @Override
    public Group group() {
        return Group.WORK;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<String> live() {
        return Set.of(
                "trace.recorded",
                "outcome.recorded",
                "cluster.changed",
                "experiment.changed",
                "generation.activated",
                "approval.waiting",
                "approval.answered",
                "write.waiting",
                "write.answered",
                "suggestion.offered",
                "suggestion.answered",
                "learning.reported");
    }

    @Override
    public Page show(View view) {
        Scope scope = view.principal().scope();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("waits", new Waiting(approvals, writes, Sought.of(experiments), skills, suggestions).of(scope));
        runs(scope, values);
        learnt(scope, view.now().truncatedTo(ChronoUnit.DAYS), values);
        values.put(
                "clusters",
                clusters.list(scope, new ClusterFilter(ClusterState.STABLE, null, null), PageRequest.first(FEW))
                        .rows());
        return Page.of("", OverviewPanel.class, "overview.peb", values);
    }

    private void runs(Scope scope, Map<String, Object> values) {
        TraceCounts counts = traces.counts(scope);
        values.put("total", counts.traces());
        values.put("succeeded", counts.outcomes().getOrDefault(OutcomeLabel.SUCCESS, 0L));
        values.put("failed", counts.outcomes().getOrDefault(OutcomeLabel.FAILURE, 0L));
        values.put("unjudged", counts.outcomes().getOrDefault(OutcomeLabel.UNKNOWN, 0L));
        TraceFilter running = new TraceFilter(null, null, null, null, TraceStatus.RUNNING, null, null);
        values.put("running", traces.list(scope, running, PageRequest.first(1)).total());
        values.put(
                "agents",
                counts.lastStartByAgent().entrySet().stream()
                        .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
                        .limit(FEW)
                        .map(agent -> Map.of("agent", agent.getKey(), "last", agent.getValue()))
                        .toList());
        values.put(
                "rows",
                traces.list(scope, TraceFilter.ALL, PageRequest.first(FEW)).rows().stream()
                        .map(TracesPanel::row)
                        .toList());
    }

    private void learnt(Scope scope, Instant today, Map<String, Object> values) {
        LearningFeed reports = feed;
        if (reports != null) {
            List<TaskLearning> all = reports.latest(scope, DAY).stream()
                    .filter(report -> !report.completedAt().isBefore(today))
                    .filter(report -> report.outcome() != TaskLearning.Outcome.NOOP)
                    .toList();
            values.put("reports", all.stream().limit(FEW).toList());
            values.put("reported", all.size());
        }
        LearningsLog log = learnings;
        if (log != null && scope.userId() == null) {
            List<Learning> all = log.list(scope.workspaceId(), null, null, PageRequest.first(DAY)).rows().stream()
                    .filter(learning -> !learning.at().isBefore(today))
                    .toList();
            values.put("learnings", all.stream().limit(FEW).toList());
            values.put("learned", all.size());
        }
    }
}
