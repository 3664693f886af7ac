package tacit.learn.evals.made;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Runs of one workspace that were graded, and when tasks were first tried. Reads each once. Confined to one round of making. */
final class Graded {

    private final TraceStore traces;
    private final Scope scope;
    private final int most;
    private final Map<String, Optional<Instant>> firsts = new HashMap<>();
    private final Map<String, Optional<RecordedTrace>> read = new HashMap<>();
    private @Nullable List<String> ends;

    Graded(TraceStore traces, Scope scope, int most) {
        this.traces = traces;
        this.scope = scope;
        this.most = most;
    }

    /** Successful runs of the same task, as ids. */
    List<String> successesOfTask(Trace failed) {
        String task = failed.taskKey();
        return task == null ? List.of() : ids(ofTask(task, OutcomeLabel.SUCCESS), 0);
    }

    /** A successful run of an agent; empty for one of Tacit's own. */
    Optional<RecordedTrace> success(String id) {
        return read.computeIfAbsent(id, wanted -> traces.find(scope, wanted)
                .filter(run -> !Boolean.TRUE.equals(run.trace().attributes().get(Attribute.OWN_RUN))));
    }

    Optional<RecordedTrace> find(String id) {
        return traces.find(scope, id);
    }

    /** The newest and the oldest of all successful runs, as ids, each once. */
    List<String> successes() {
        List<String> known = ends;
        if (known == null) {
            TraceFilter all = TraceFilter.ofOutcome(OutcomeLabel.SUCCESS);
            long total = traces.list(scope, all, PageRequest.first(1)).total();
            Set<String> both = new LinkedHashSet<>(ids(all, 0));
            List<String> oldest = new ArrayList<>(ids(all, Math.max(0, total - most)));
            Collections.reverse(oldest);
            both.addAll(oldest);
            known = List.copyOf(both);
            ends = known;
        }
        return known;
    }

    private List<String> ids(TraceFilter filter, long offset) {
        return traces.list(scope, filter, new PageRequest(offset, most)).rows().stream()
                .map(Trace::id)
                .toList();
    }

    private static TraceFilter ofTask(String task, @Nullable OutcomeLabel outcome) {
        return new TraceFilter(null, task, null, outcome, null, null, null);
    }

    /** What keeps runs of one task together: the task, or the run where none is known. */
    static String task(Trace run) {
        String task = run.taskKey();
        return task == null || task.isBlank() ? "trace " + run.id() : "task " + task;
    }

    /** When the task of a run was first tried; null where a run of it has no time. */
    @Nullable
    Instant firstAt(Trace run) {
        String task = run.taskKey();
        if (task == null || task.isBlank()) {
            return run.startedAt();
        }
        return firsts.computeIfAbsent(task, this::first).orElse(null);
    }

    private Optional<Instant> first(String task) {
        TraceFilter all = ofTask(task, null);
        Page<Trace> last = traces.list(scope, all, PageRequest.first(1));
        Page<Trace> first = last.total() > 1 ? traces.list(scope, all, new PageRequest(last.total() - 1, 1)) : last;
        return first.rows().stream().findFirst().flatMap(run -> Optional.ofNullable(run.startedAt()));
    }
}
