package tacit.learn.evals.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Tells which tasks were being tried at some time, as a decision does not name its run. Thread-safe. */
final class UnderWay {

    /** Runs that last longer are not looked for. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final TraceStore traces;

    UnderWay(TraceStore traces) {
        this.traces = traces;
    }

    /** The tasks of runs that had begun by then and had not ended, with the time at which each was first tried. */
    List<Task> at(String workspace, Instant time) {
        Scope scope = Scope.ofWorkspace(workspace);
        TraceFilter begun = new TraceFilter(null, null, null, null, null, time.minus(LONGEST), time.plusMillis(1));
        Map<String, Task> tasks = new LinkedHashMap<>();
        long read = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope, begun, new PageRequest(read, PageRequest.MAX_LIMIT));
            for (Trace run : page.rows()) {
                if (run.endedAt() == null || !run.endedAt().isBefore(time)) {
                    tasks.computeIfAbsent(name(run), name -> new Task(name, firstAt(scope, run)));
                }
            }
            read += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore());
        return new ArrayList<>(tasks.values());
    }

    /** A task as those name it who make cases of runs. */
    record Task(String name, @Nullable Instant firstAt) {}

    private static String name(Trace run) {
        String task = run.taskKey();
        return task == null || task.isBlank() ? "trace " + run.id() : "task " + task;
    }

    private @Nullable Instant firstAt(Scope scope, Trace run) {
        String task = run.taskKey();
        if (task == null || task.isBlank()) {
            return run.startedAt();
        }
        TraceFilter all = new TraceFilter(null, task, null, null, null, null, null);
        long total = traces.list(scope, all, PageRequest.first(1)).total();
        List<Trace> first = traces.list(scope, all, new PageRequest(Math.max(0, total - 1), 1))
                .rows();
        return first.isEmpty() ? null : first.get(0).startedAt();
    }
}
