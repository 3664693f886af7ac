package tacit.learn.proposers.guards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Trace;

/** Divides runs by their tasks, never within one: the older half by time, or by a hash of the task where a run has no time. */
final class RunHalves {

    private RunHalves() {}

    /**
     * The runs of the older half of the tasks.
     *
     * @param runs all with a task
     * @param heldOutFrom what began then or later stays out in any case; null for no such time
     */
    static List<Trace> older(List<Trace> runs, @Nullable Instant heldOutFrom) {
        Set<String> tasks = olderTasks(runs);
        return runs.stream()
                .filter(run -> run.taskKey() != null && tasks.contains(run.taskKey()))
                .filter(run -> heldOutFrom == null
                        || run.startedAt() == null
                        || run.startedAt().isBefore(heldOutFrom))
                .toList();
    }

    private static Set<String> olderTasks(List<Trace> runs) {
        Map<String, Instant> first = new TreeMap<>();
        boolean timed = runs.stream().noneMatch(run -> run.startedAt() == null);
        for (Trace run : runs) {
            Instant started = run.startedAt() == null ? Instant.EPOCH : run.startedAt();
            if (run.taskKey() != null) {
                first.merge(run.taskKey(), started, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        List<String> tasks = new ArrayList<>(first.keySet());
        if (!timed) {
            tasks.removeIf(task -> !hashedOlder(task));
            return new HashSet<>(tasks);
        }
        tasks.sort(Comparator.comparing(task -> first.getOrDefault(task, Instant.EPOCH)));
        return new HashSet<>(tasks.subList(0, (tasks.size() + 1) / 2));
    }

    private static boolean hashedOlder(String task) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(task.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 1) == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
