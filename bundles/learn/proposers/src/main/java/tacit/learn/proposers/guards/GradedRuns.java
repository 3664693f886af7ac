package tacit.learn.proposers.guards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.guard.CallHistories;
import tacit.api.guard.GradedHistory;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Reads the graded runs of a workspace that a proposer may look at. Thread-safe. */
final class GradedRuns {

    private final TraceStore traces;
    private final CallHistories histories;
    private final int most;

    /** @param most runs of each outcome that are looked at, the newest first */
    GradedRuns(TraceStore traces, CallHistories histories, int most) {
        this.traces = traces;
        this.histories = histories;
        this.most = most;
    }

    /** Those that the tasks allow. */
    List<GradedHistory> of(Scope scope, OlderTasks tasks) {
        List<Trace> runs = new ArrayList<>(graded(scope, OutcomeLabel.SUCCESS));
        runs.addAll(graded(scope, OutcomeLabel.FAILURE));
        Set<String> read = new HashSet<>();
        return runs.stream()
                .filter(run -> tasks.allows(run) && read.add(run.id()))
                .flatMap(run -> traces.find(scope, run.id()).stream())
                .flatMap(run -> histories.graded(run).stream())
                .toList();
    }

    private List<Trace> graded(Scope scope, OutcomeLabel label) {
        List<Trace> found = new ArrayList<>();
        long offset = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope, TraceFilter.ofOutcome(label), new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().stream().filter(GradedRuns::ofAnAgent).forEach(found::add);
            offset += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore() && found.size() < most);
        return found.subList(0, Math.min(found.size(), most));
    }

    /** Work of Tacit itself, and what it put into a run, teaches nothing about agents. */
    private static boolean ofAnAgent(Trace run) {
        String task = run.taskKey();
        return task != null
                && !task.isBlank()
                && !Boolean.TRUE.equals(run.attributes().get(Attribute.OWN_RUN))
                && !Boolean.TRUE.equals(run.attributes().get(Attribute.INJECTED));
    }
}
