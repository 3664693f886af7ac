package tacit.learn.evals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deals the tasks of a family to the two sides of its case: the older half by time, or by a hash of the task where a
 * member has no time. Runs of one task are never divided, and a task stays on the side that it was dealt to.
 *
 * @param splitBy {@link #BY_TIME} or {@link #BY_TASK}
 * @param sides the side of each task
 */
record TaskSplit(String splitBy, Map<String, Side> sides) {

    static final String BY_TIME = "time";
    static final String BY_TASK = "task";

    TaskSplit {
        sides = Map.copyOf(sides);
    }

    /**
     * Deals all tasks of the members.
     *
     * @param splitBy how this case was dealt before; null for a new case
     * @param dealt the tasks that have their side already
     */
    static TaskSplit deal(List<Member> members, @Nullable String splitBy, Map<String, Side> dealt) {
        Map<String, @Nullable Instant> first = firstTimes(members);
        String by = splitBy != null ? splitBy : first.containsValue(null) ? BY_TASK : BY_TIME;
        Map<String, Side> sides = new LinkedHashMap<>(dealt);
        if (by.equals(BY_TASK)) {
            first.keySet().forEach(task -> sides.putIfAbsent(task, hashed(task)));
        } else {
            dealByTime(first, sides);
        }
        return new TaskSplit(by, sides);
    }

    /** The tasks of a new case are halved; what comes later is newer than what was dealt. */
    private static void dealByTime(Map<String, @Nullable Instant> first, Map<String, Side> sides) {
        boolean fresh = sides.isEmpty();
        List<String> tasks = new ArrayList<>(first.keySet());
        tasks.sort(Comparator.comparing(first::get, Comparator.nullsLast(Comparator.naturalOrder())));
        for (int index = 0; index < tasks.size(); index++) {
            boolean older = fresh && index < (tasks.size() + 1) / 2;
            sides.putIfAbsent(tasks.get(index), older ? Side.OLDER : Side.NEWER);
        }
    }

    private static Map<String, @Nullable Instant> firstTimes(List<Member> members) {
        Map<String, @Nullable Instant> first = new TreeMap<>();
        for (Member member : members) {
            Instant known = first.get(member.task());
            boolean seen = first.containsKey(member.task());
            first.put(member.task(), seen ? earlier(known, member.occurredAt()) : member.occurredAt());
        }
        return first;
    }

    /** The earlier of two times; one that is not known makes the whole task's time unknown. */
    private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        if (left == null || right == null) {
            return null;
        }
        return left.isBefore(right) ? left : right;
    }

    private static Side hashed(String task) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(task.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 1) == 0 ? Side.OLDER : Side.NEWER;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
