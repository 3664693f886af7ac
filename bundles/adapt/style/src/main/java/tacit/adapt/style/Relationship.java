package tacit.adapt.style;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.CompletedTask;
import tacit.api.adapt.RelationshipStats;
import tacit.api.adapt.RelationshipStats.Milestone;

/** What an agent did for a user, in numbers. Confined to one call. */
final class Relationship {

    private static final List<Integer> MILESTONES = List.of(1, 10, 25, 50, 100, 250, 500, 1000);
    private static final int MOST_SEEN = 1000;
    private static final int MOST_PROJECTS = 500;
    private static final int LONGEST_PROJECT = 200;

    private final SortedSet<String> projects = new TreeSet<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private final Set<Long> seen = new LinkedHashSet<>();
    private long tasks;
    private @Nullable Instant first;

    void stand(long completed, @Nullable Instant begin) {
        tasks = completed;
        first = begin;
    }

    long tasks() {
        return tasks;
    }

    @Nullable
    Instant first() {
        return first;
    }

    Set<String> projects() {
        return projects;
    }

    List<Milestone> milestones() {
        return milestones;
    }

    Set<Long> seen() {
        return seen;
    }

    /** False when the task counted before. */
    boolean count(CompletedTask task) {
        if (!seen.add(Digests.of(task.taskId()))) {
            return false;
        }
        if (seen.size() > MOST_SEEN) {
            seen.remove(seen.iterator().next());
        }
        tasks++;
        Instant at = Digests.millis(task.at());
        first = first == null || at.isBefore(first) ? at : first;
        String project = task.project();
        if (project != null && project.length() <= LONGEST_PROJECT && projects.size() < MOST_PROJECTS) {
            projects.add(project);
        }
        if (tasks <= Integer.MAX_VALUE && MILESTONES.contains((int) tasks)) {
            milestones.add(new Milestone((int) tasks, at));
        }
        return true;
    }

    RelationshipStats stats(Instant now) {
        Instant begin = first;
        long days = begin == null || now.isBefore(begin)
                ? 0
                : Duration.between(begin, now).toDays();
        return new RelationshipStats(tasks, List.copyOf(projects), begin, days, milestones, next(tasks));
    }

    /** The number of tasks that is to be reached next; null after the last. */
    static @Nullable Integer next(long completed) {
        return MILESTONES.stream().filter(one -> one > completed).findFirst().orElse(null);
    }
}
