package tacit.learn.notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Finds the runs that somebody other than their agent graded, of tasks that went both ways. Thread-safe. */
final class GradedRuns {

    private final TraceStore traces;
    private final int most;
    private final boolean acrossBatches;

    /**
     * @param most runs of each outcome that are looked at, the newest first
     * @param acrossBatches whether runs of different batches are compared with each other
     */
    GradedRuns(TraceStore traces, int most, boolean acrossBatches) {
        this.traces = traces;
        this.most = most;
        this.acrossBatches = acrossBatches;
    }

    /** By whom they may teach, in a fixed order; nobody without a task that went both ways. */
    Map<Owner, List<FactRun>> of(Scope scope, Predicate<Trace> mayLookAt) {
        List<Trace> runs = new ArrayList<>(graded(scope, OutcomeLabel.SUCCESS, mayLookAt));
        runs.addAll(graded(scope, OutcomeLabel.FAILURE, mayLookAt));
        Set<String> once = new HashSet<>();
        Map<Owner, List<Trace>> byOwner = runs.stream()
                .filter(run -> once.add(run.id()))
                .collect(Collectors.groupingBy(
                        run -> Owner.of(scope.workspaceId(), run),
                        () -> new TreeMap<>(Comparator.comparing(owner -> String.valueOf(owner.userId()))),
                        Collectors.toList()));
        Map<Owner, List<FactRun>> read = new TreeMap<>(Comparator.comparing(owner -> String.valueOf(owner.userId())));
        byOwner.forEach((owner, all) -> {
            List<FactRun> mixed = read(scope, mixed(all));
            if (!mixed.isEmpty()) {
                read.put(owner, mixed);
            }
        });
        return read;
    }

    /** Those of tasks that one arm both solved and failed: only these say anything, so only these are read. */
    private List<Trace> mixed(List<Trace> runs) {
        Map<String, Set<OutcomeLabel>> ends = runs.stream()
                .collect(Collectors.groupingBy(
                        this::stratum, Collectors.mapping(run -> run.outcome().label(), Collectors.toSet())));
        return runs.stream()
                .filter(run -> Objects.requireNonNull(ends.get(stratum(run))).size() > 1)
                .toList();
    }

    private String stratum(Trace run) {
        return run.taskKey() + "\n" + arm(run);
    }

    /** Another agent, harness or batch may do better for reasons of its own. */
    private String arm(Trace run) {
        String batch = acrossBatches ? "" : run.text(Attribute.BATCH).orElse("");
        return String.join("\n", String.valueOf(run.agent()), String.valueOf(run.harnessGeneration()), batch);
    }

    private List<FactRun> read(Scope scope, List<Trace> runs) {
        return runs.stream()
                .flatMap(run -> traces.find(scope, run.id()).stream())
                .map(run -> RunReader.read(
                        run,
                        String.valueOf(run.trace().taskKey()),
                        arm(run.trace()),
                        run.trace().outcome().label() == OutcomeLabel.FAILURE))
                .filter(run -> run.acts() > 0)
                .toList();
    }

    private List<Trace> graded(Scope scope, OutcomeLabel label, Predicate<Trace> mayLookAt) {
        List<Trace> found = new ArrayList<>();
        long offset = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope, TraceFilter.ofOutcome(label), new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().stream().filter(GradedRuns::teaches).filter(mayLookAt).forEach(found::add);
            offset += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore() && found.size() < most);
        return found.subList(0, Math.min(found.size(), most));
    }

    private static boolean teaches(Trace run) {
        String task = run.taskKey();
        boolean own = Boolean.TRUE.equals(run.attributes().get(Attribute.OWN_RUN))
                || Boolean.TRUE.equals(run.attributes().get(Attribute.INJECTED))
                || run.text(Attribute.BATCH).orElse("").startsWith(Attribute.BATCH_OF_EXPERIMENT);
        return task != null && !task.isBlank() && !own && run.outcome().source() != OutcomeSource.AGENT;
    }
}
