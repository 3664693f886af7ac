package tacit.evidence.trace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Outcome;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/**
 * Merges what was said of one trace so that the order of arrival does not matter.
 *
 * <p>Where two updates disagree, the text that sorts first counts: any fixed rule would do, as long as it does not depend
 * on which came first. Outcomes are merged elsewhere.
 */
final class TraceMerge {

    /** A later state of this list overrides an earlier one. */
    private static final List<TraceStatus> STRENGTH =
            List.of(TraceStatus.RUNNING, TraceStatus.SKIPPED, TraceStatus.COMPLETED, TraceStatus.FAILED);

    private TraceMerge() {}

    /** Whether an update says something of the run itself, rather than only how it turned out. */
    static boolean announces(TraceUpdate update) {
        Trace trace = update.trace();
        boolean bare = trace.equals(Trace.builder(trace.id())
                .workspaceId(trace.workspaceId())
                .userId(trace.userId())
                .status(trace.status())
                .build());
        return !bare || !update.spans().isEmpty() || update.outcomes().isEmpty();
    }

    static Trace merge(Trace left, Trace right) {
        return left.toBuilder()
                .profileId(first(left.profileId(), right.profileId()))
                .sessionId(first(session(left), session(right)))
                .userId(first(left.userId(), right.userId()))
                .agent(first(left.agent(), right.agent()))
                .channel(first(left.channel(), right.channel()))
                .startedAt(earliest(left.startedAt(), right.startedAt()))
                .endedAt(latest(left.endedAt(), right.endedAt()))
                .status(stronger(left.status(), right.status()))
                .outcome(Outcome.UNKNOWN)
                .harnessGeneration(first(left.harnessGeneration(), right.harnessGeneration()))
                .taskKey(first(left.taskKey(), right.taskKey()))
                .attributes(union(left.attributes(), right.attributes()))
                .build();
    }

    private static @Nullable String session(Trace trace) {
        return trace.sessionId().equals(trace.id()) ? null : trace.sessionId();
    }

    private static @Nullable String first(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.compareTo(right) <= 0 ? left : right;
    }

    private static @Nullable Instant earliest(@Nullable Instant left, @Nullable Instant right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.isBefore(right) ? left : right;
    }

    private static @Nullable Instant latest(@Nullable Instant left, @Nullable Instant right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.isAfter(right) ? left : right;
    }

    private static TraceStatus stronger(TraceStatus left, TraceStatus right) {
        return STRENGTH.indexOf(left) >= STRENGTH.indexOf(right) ? left : right;
    }

    private static Map<String, Object> union(Map<String, Object> left, Map<String, Object> right) {
        Map<String, Object> union = new LinkedHashMap<>(left);
        right.forEach((key, value) -> union.merge(key, value, TraceMerge::firstValue));
        return union;
    }

    private static Object firstValue(Object left, Object right) {
        return Objects.equals(left, right) || Json.write(left).compareTo(Json.write(right)) <= 0 ? left : right;
    }
}
