package tacit.learn.runs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.learn.ReplayCases;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/**
 * The tasks that a proposal may have been made from: those of its evidence, and those on the older side that were tried before
 * it was made. Confined to one evaluation.
 */
final class SeenTasks {

    private final TraceStore traces;
    private final ReplayCases cases;
    private final Experiment experiment;
    private final Scope scope;
    private final Set<String> evidence;
    private final Map<String, Boolean> known = new HashMap<>();

    SeenTasks(TraceStore traces, ReplayCases cases, Experiment experiment) {
        this.traces = traces;
        this.cases = cases;
        this.experiment = experiment;
        scope = Scope.ofWorkspace(experiment.workspaceId());
        evidence = experiment.proposal().evidence().stream()
                .flatMap(id -> traces.find(scope, id).stream())
                .map(run -> run.trace().taskKey())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean maySee(String task) {
        return evidence.contains(task) || known.computeIfAbsent(task, this::older);
    }

    private boolean older(String task) {
        Instant first = firstAt(task);
        boolean before = first == null || !first.isAfter(experiment.createdAt());
        return before && cases.older(scope, experiment.proposal().role(), "task " + task, first);
    }

    /** When it was first tried; null where a run of it has no time, as those follow all others. */
    private @Nullable Instant firstAt(String task) {
        TraceFilter all = new TraceFilter(null, task, null, null, null, null, null);
        long total = traces.list(scope, all, PageRequest.first(1)).total();
        for (Trace first : traces.list(scope, all, new PageRequest(Math.max(0, total - 1), 1))
                .rows()) {
            return first.startedAt();
        }
        return null;
    }
}
