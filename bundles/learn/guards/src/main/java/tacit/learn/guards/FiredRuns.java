package tacit.learn.guards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardCondition;

/** Runs by task with the conditions that held in each, so that many searches read the histories once. Immutable. */
public final class FiredRuns {

    private final List<GuardCondition> conditions;
    private final SortedMap<String, List<FiredRun>> tasks;

    private FiredRuns(List<GuardCondition> conditions, SortedMap<String, List<FiredRun>> tasks) {
        this.conditions = conditions;
        this.tasks = tasks;
    }

    /**
     * Tries every condition on every call.
     *
     * @throws IllegalArgumentException when two histories have the same trace id
     */
    public static FiredRuns of(List<GradedHistory> histories) {
        List<GuardCondition> conditions = Candidates.of(histories);
        SortedMap<String, List<FiredRun>> tasks = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        for (GradedHistory history : histories) {
            if (!ids.add(history.traceId())) {
                throw new IllegalArgumentException(
                        "histories must hold each trace once, got '" + history.traceId() + "' twice");
            }
            tasks.computeIfAbsent(history.taskKey(), key -> new ArrayList<>()).add(FiredRun.of(history, conditions));
        }
        tasks.values().forEach(runs -> runs.sort(Comparator.comparing(FiredRun::traceId)));
        return new FiredRuns(conditions, tasks);
    }

    /** The runs of those tasks alone. */
    public FiredRuns part(Predicate<String> task) {
        SortedMap<String, List<FiredRun>> part = new TreeMap<>(tasks);
        part.keySet().removeIf(task.negate());
        return new FiredRuns(conditions, part);
    }

    /**
     * The same runs with outcomes that have nothing to do with them: those of each task go to another, in another order.
     *
     * @param random decides which
     */
    public FiredRuns dealt(Random random) {
        boolean[][] dealt = Deal.of(outcomes(), random);
        SortedMap<String, List<FiredRun>> others = new TreeMap<>();
        int at = 0;
        for (var task : tasks.entrySet()) {
            List<FiredRun> runs = new ArrayList<>();
            for (int i = 0; i < task.getValue().size(); i++) {
                FiredRun run = task.getValue().get(i);
                runs.add(new FiredRun(run.traceId(), dealt[at][i], run.fired(), run.concerned()));
            }
            others.put(task.getKey(), runs);
            at++;
        }
        return new FiredRuns(conditions, others);
    }

    /** The tasks in their order. */
    public List<String> taskKeys() {
        return List.copyOf(tasks.keySet());
    }

    List<GuardCondition> conditions() {
        return conditions;
    }

    /** The runs of each task. */
    List<List<FiredRun>> tasks() {
        return Collections.unmodifiableList(new ArrayList<>(tasks.values()));
    }

    /** Whether each run of each task failed. */
    boolean[][] outcomes() {
        boolean[][] outcomes = new boolean[tasks.size()][];
        int at = 0;
        for (List<FiredRun> runs : tasks.values()) {
            outcomes[at] = new boolean[runs.size()];
            for (int i = 0; i < runs.size(); i++) {
                outcomes[at][i] = runs.get(i).failed();
            }
            at++;
        }
        return outcomes;
    }
}
