package tacit.learn.proposers.guards;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;
import tacit.learn.proposers.RoleCases;

/**
 * Which runs a proposer of guard rules may look at: those of tasks whose cases are, or would be, on the older side, and of none
 * that was being tried when a held-out question of a live guard was recorded, as it may be the one that asked. Confined to
 * one round.
 */
public final class OlderTasks {

    static final String ROLE = "guard";

    /** A run without an end is taken to have ended by then. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ReplayCases cases;
    private final TraceStore traces;
    private final Scope scope;
    private final Set<String> heldOut;
    private final Map<String, Boolean> sides = new HashMap<>();

    public OlderTasks(ReplayCases cases, TraceStore traces, Scope scope) {
        this.cases = cases;
        this.traces = traces;
        this.scope = scope;
        // Cases of families go by their tasks; recorded decisions name neither run nor task
        NavigableSet<Instant> asked = RoleCases.of(cases, scope, ROLE).heldOut(origin -> origin != Origin.CLUSTER);
        heldOut = asked.isEmpty() ? Set.of() : tried(asked);
    }

    public boolean allows(Trace run) {
        String task = run.taskKey();
        return task != null && !task.isBlank() && !heldOut.contains(task) && sides.computeIfAbsent(task, this::older);
    }

    /** The tasks of runs during which something was asked. */
    private Set<String> tried(NavigableSet<Instant> asked) {
        TraceFilter begun = new TraceFilter(
                null,
                null,
                null,
                null,
                null,
                asked.first().minus(LONGEST),
                asked.last().plusMillis(1));
        Set<String> tasks = new HashSet<>();
        long read = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope, begun, new PageRequest(read, PageRequest.MAX_LIMIT));
            page.rows().stream()
                    .filter(run -> during(run, asked))
                    .map(Trace::taskKey)
                    .filter(Objects::nonNull)
                    .forEach(tasks::add);
            read += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore());
        return tasks;
    }

    private static boolean during(Trace run, NavigableSet<Instant> asked) {
        Instant began = run.startedAt();
        Instant first = began == null ? null : asked.ceiling(began);
        if (began == null || first == null) {
            return false;
        }
        Instant ended = run.endedAt() == null ? began.plus(LONGEST) : run.endedAt();
        return !first.isAfter(ended);
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
