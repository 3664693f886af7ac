package tacit.bench.guards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A way to part tasks, never the runs of one task. Immutable.
 *
 * @param name what is learned from, and what is held out
 * @param mined the tasks that are learned from
 */
record TaskSplit(String name, Set<String> mined) implements Predicate<String> {

    /** Even and odd task numbers, and the first and second half of the tasks, each in both directions. */
    static List<TaskSplit> all(Set<String> tasks) {
        List<String> sorted = new ArrayList<>(tasks);
        sorted.sort(Comparator.comparingLong(TaskSplit::number).thenComparing(Comparator.naturalOrder()));
        Set<String> even = new TreeSet<>(sorted);
        even.removeIf(task -> number(task) % 2 != 0);
        Set<String> first = new TreeSet<>(sorted.subList(0, sorted.size() / 2));
        return List.of(
                new TaskSplit("even -> odd", even),
                new TaskSplit("odd -> even", others(tasks, even)),
                new TaskSplit("first -> last", first),
                new TaskSplit("last -> first", others(tasks, first)));
    }

    @Override
    public boolean test(String task) {
        return mined.contains(task);
    }

    private static Set<String> others(Set<String> tasks, Set<String> without) {
        Set<String> others = new TreeSet<>(tasks);
        others.removeAll(without);
        return others;
    }

    /** The number at the end of the key, or one that follows from its letters. */
    private static long number(String task) {
        String digits = task.replaceFirst("^.*?(\\d{0,9})$", "$1");
        return digits.isEmpty() ? task.hashCode() & Integer.MAX_VALUE : Long.parseLong(digits);
    }
}
