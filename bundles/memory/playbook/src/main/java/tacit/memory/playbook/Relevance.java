package tacit.memory.playbook;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.memory.words.Overlap;

/**
 * How much an episode is about a task: the larger of the shares of the task's first words in the episode, and of the goal's words
 * in the task. Words that stand in every task count little, so that they alone make nothing relevant.
 */
final class Relevance {

    private static final int WORDS = 16;
    private static final double LITTLE = 0.25;

    private static final Set<String> IN_EVERY_TASK = Set.of(
            "add", "all", "any", "build", "bug", "change", "check", "code", "create", "data", "delete", "edit", "error",
            "file", "files", "find", "fix", "get", "issue", "list", "make", "need", "new", "open", "problem", "read",
            "remove", "run", "set", "show", "task", "test", "tests", "update", "use", "using", "want", "work", "write");

    private final Set<String> task;

    Relevance(String task) {
        this.task = first(Overlap.words(task));
    }

    /** In [0, 1]; 0 when nothing but words of every task is shared. */
    double of(String goal, String request) {
        Set<String> aim = Overlap.words(goal);
        Set<String> all = new LinkedHashSet<>(aim);
        all.addAll(Overlap.words(request));
        double shared = weight(common(task, all));
        if (shared < 1) {
            return 0;
        }
        double ofGoal = aim.isEmpty() ? 0 : weight(common(aim, task)) / weight(aim);
        return Math.max(shared / weight(task), ofGoal);
    }

    private static Set<String> first(Set<String> words) {
        return words.stream().limit(WORDS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    private static double weight(Set<String> words) {
        return words.stream()
                .mapToDouble(word -> IN_EVERY_TASK.contains(word) ? LITTLE : 1)
                .sum();
    }
}
