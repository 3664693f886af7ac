package tacit.learn.proposers.guards;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;
import tacit.learn.proposers.RoleCases;

/**
 * Which runs a proposer of guard rules may look at: those of tasks whose cases are, or would be, on the older side, and none
 * that began when the first held-out question of a live guard was recorded, or later. Confined to one round.
 */
public final class OlderTasks {

    static final String ROLE = "guard";

    private final ReplayCases cases;
    private final TraceStore traces;
    private final Scope scope;
    private final @Nullable Instant heldOutFrom;
    private final Map<String, Boolean> sides = new HashMap<>();

    public OlderTasks(ReplayCases cases, TraceStore traces, Scope scope) {
        this.cases = cases;
        this.traces = traces;
        this.scope = scope;
        // Cases of families go by their tasks; those of recorded decisions go by time alone
        heldOutFrom = RoleCases.of(cases, scope, ROLE)
                .heldOutFrom(origin -> origin != Origin.CLUSTER)
                .orElse(null);
    }

    public boolean allows(Trace run) {
        String task = run.taskKey();
        Instant started = run.startedAt();
        boolean early = heldOutFrom == null || started == null || started.isBefore(heldOutFrom);
        return task != null && !task.isBlank() && early && sides.computeIfAbsent(task, this::older);
    }

    /** By the same name and time as those who make cases of runs. */
    private boolean older(String task) {
        return cases.older(scope, ROLE, "task " + task, firstAt(task));
    }

    /** When it was first tried; null where a run of it has no time, as those follow all others. */
    private @Nullable Instant firstAt(String task) {
        TraceFilter all = new TraceFilter(null, task, null, null, null, null, null);
        long total = traces.list(scope, all, PageRequest.first(1)).total();
        List<Trace> first = traces.list(scope, all, new PageRequest(Math.max(0, total - 1), 1))
                .rows();
        return first.isEmpty() ? null : first.get(0).startedAt();
    }
}
