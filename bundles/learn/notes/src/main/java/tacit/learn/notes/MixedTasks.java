package tacit.learn.notes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The runs of tasks that went both ways under one arm, and which of them knew what. Immutable. */
final class MixedTasks {

    private final List<FactRun> runs = new ArrayList<>();
    /** By task, by arm: the places of its runs. */
    private final List<List<int[]>> tasks = new ArrayList<>();

    private final Map<Fact, BitSet> knowing = new HashMap<>();

    private MixedTasks() {}

    /** @param sameLength whether runs are compared at the length of the shortest of their task and arm */
    static MixedTasks of(List<FactRun> all, boolean sameLength) {
        SortedMap<String, SortedMap<String, List<FactRun>>> byTask = new TreeMap<>();
        all.stream().sorted(Comparator.comparing(FactRun::traceId)).forEach(run -> byTask.computeIfAbsent(
                        run.taskKey(), key -> new TreeMap<>())
                .computeIfAbsent(run.arm(), key -> new ArrayList<>())
                .add(run));
        MixedTasks mixed = new MixedTasks();
        byTask.values().forEach(arms -> mixed.add(List.copyOf(arms.values()), sameLength));
        return mixed;
    }

    private void add(List<List<FactRun>> arms, boolean sameLength) {
        Set<Fact> answers = new HashSet<>();
        arms.forEach(arm -> arm.forEach(run -> answers.addAll(run.answered())));
        List<int[]> places = new ArrayList<>();
        for (List<FactRun> arm : arms) {
            long failed = arm.stream().filter(FactRun::failed).count();
            if (failed > 0 && failed < arm.size()) {
                places.add(add(arm, answers, sameLength));
            }
        }
        if (!places.isEmpty()) {
            tasks.add(places);
        }
    }

    private int[] add(List<FactRun> arm, Set<Fact> answers, boolean sameLength) {
        int shortest = arm.stream().mapToInt(FactRun::acts).min().orElse(0);
        int[] places = new int[arm.size()];
        for (int i = 0; i < places.length; i++) {
            FactRun run = arm.get(i);
            int before = sameLength ? shortest : run.acts();
            places[i] = runs.size();
            for (Fact fact : run.facts().keySet()) {
                if (run.knew(fact, before) && !answers.contains(fact)) {
                    knowing.computeIfAbsent(fact, key -> new BitSet()).set(places[i]);
                }
            }
            runs.add(run);
        }
        return places;
    }

    int count() {
        return tasks.size();
    }

    /** Facts by the runs that knew them: those of one set cannot be told apart. */
    Map<BitSet, List<Fact>> patterns() {
        Map<BitSet, List<Fact>> patterns = new HashMap<>();
        knowing.forEach((fact, who) ->
                patterns.computeIfAbsent(who, key -> new ArrayList<>()).add(fact));
        patterns.values().forEach(facts -> facts.sort(Comparator.naturalOrder()));
        return patterns;
    }

    /** The tasks that say something of facts which these runs knew, by their places. */
    List<Integer> telling(BitSet who) {
        List<Integer> telling = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
            if (tasks.get(task).stream().anyMatch(arm -> counts(arm, who).tells())) {
                telling.add(task);
            }
        }
        return telling;
    }

    TaskVote vote(int task, BitSet who) {
        return TaskVote.of(tasks.get(task).stream()
                .map(arm -> counts(arm, who))
                .filter(TaskVote.Counts::tells)
                .toList());
    }

    private TaskVote.Counts counts(int[] arm, BitSet who) {
        TaskVote.Counts counts = TaskVote.Counts.NONE;
        for (int place : arm) {
            int knew = who.get(place) ? 1 : 0;
            counts = counts.plus(
                    runs.get(place).failed() ? new TaskVote.Counts(0, 0, 1, knew) : new TaskVote.Counts(1, knew, 0, 0));
        }
        return counts;
    }

    /** Runs of a task with this end that knew, or did not know. */
    List<FactRun> runs(int task, BitSet who, boolean failed, boolean knew) {
        List<FactRun> found = new ArrayList<>();
        for (int[] arm : tasks.get(task)) {
            for (int place : arm) {
                if (runs.get(place).failed() == failed && who.get(place) == knew) {
                    found.add(runs.get(place));
                }
            }
        }
        return found;
    }
}
