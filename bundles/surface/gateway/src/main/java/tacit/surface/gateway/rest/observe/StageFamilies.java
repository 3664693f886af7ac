package tacit.surface.gateway.rest.observe;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.event.Events;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClusters;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceStore;

/** Writes what the stages of the loop hold, over all workspaces. Pure functions over their services. */
final class StageFamilies {

    /** So many traces that wait are told apart at most. */
    static final int MOST_WAITING = 1_000;

    private static final PageRequest ONE = PageRequest.first(1);

    private StageFamilies() {}

    static void traces(TraceStore traces, Exposition out) {
        long total = 0;
        long waiting = 0;
        Map<OutcomeLabel, Long> outcomes = new EnumMap<>(OutcomeLabel.class);
        for (String workspace : traces.workspaces()) {
            Scope scope = Scope.ofWorkspace(workspace);
            TraceCounts counts = traces.counts(scope);
            total += counts.traces();
            counts.outcomes().forEach((label, count) -> outcomes.merge(label, count, Long::sum));
            waiting += traces.pending(scope, MOST_WAITING).size();
        }
        out.oneCount("tacit_traces", "gauge", "Traces that are kept", total);
        out.family("tacit_trace_outcomes", "gauge", "Traces by their outcome");
        for (OutcomeLabel label : OutcomeLabel.values()) {
            out.count("tacit_trace_outcomes", outcomes.getOrDefault(label, 0L), List.of("outcome", word(label)));
        }
        String help = "Traces that wait to be learned from, at most " + MOST_WAITING + " of each workspace";
        out.oneCount("tacit_learning_waiting", "gauge", help, waiting);
    }

    static void clusters(FailureClusters clusters, List<String> workspaces, Exposition out) {
        out.family("tacit_clusters", "gauge", "Families of failures by state");
        for (ClusterState state : ClusterState.values()) {
            ClusterFilter filter = new ClusterFilter(state, null, null);
            long count =
                    sum(workspaces, scope -> clusters.list(scope, filter, ONE).total());
            out.count("tacit_clusters", count, List.of("state", word(state)));
        }
    }

    static void experiments(Experiments experiments, List<String> workspaces, Exposition out) {
        out.family("tacit_experiments", "gauge", "Proposed changes by state");
        for (ExperimentState state : ExperimentState.values()) {
            long count = sum(
                    workspaces,
                    scope -> experiments.list(scope, Set.of(state), ONE).total());
            out.count("tacit_experiments", count, List.of("state", word(state)));
        }
    }

    private static long sum(List<String> workspaces, ToLongFunction<Scope> count) {
        return workspaces.stream().map(Scope::ofWorkspace).mapToLong(count).sum();
    }

    static void generations(Generations generations, Exposition out) {
        out.oneCount(
                "tacit_generation_active",
                "gauge",
                "The number of the generation that decides; 0 for none",
                generations.active().map(active -> active.number()).orElse(0L));
        out.family("tacit_generation_acts_total", "counter", "Acts in the ledger of generations");
        List<LedgerEntry> history = generations.history();
        for (LedgerEntry.Act act : LedgerEntry.Act.values()) {
            long count = history.stream().filter(entry -> entry.act() == act).count();
            out.count("tacit_generation_acts_total", count, List.of("act", word(act)));
        }
    }

    static void approvals(Approvals approvals, Exposition out) {
        long waiting = approvals.list(null, Approval.State.PENDING, null, ONE).total();
        out.oneCount("tacit_approvals_waiting", "gauge", "Acts that wait for an answer", waiting);
    }

    static void events(Events events, Exposition out) {
        out.oneCount("tacit_events_told_total", "counter", "Events that were told since the start", events.latest());
        out.oneCount(
                "tacit_events_forgotten_total", "counter", "Events that made room for newer ones", events.oldest() - 1);
        out.oneCount("tacit_events_dropped_total", "counter", "What was told and was no event", events.leftOut());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
