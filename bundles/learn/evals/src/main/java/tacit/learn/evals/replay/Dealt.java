package tacit.learn.evals.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Decision;

/**
 * Deals what has no side yet: to a half by its time, and where it is later than both, or has no time, by a hash. Pure.
 *
 * @param workspace whose sides they are
 * @param role whose cases are dealt
 */
record Dealt(String workspace, String role) {

    /** Whether a task is older. */
    boolean task(String task, @Nullable Instant firstAt, Optional<Split> split) {
        if (firstAt == null || split.isEmpty() || split.get().isLater(firstAt)) {
            return hashed(task);
        }
        return split.get().isOlder(firstAt);
    }

    /** Whether a recorded decision is older. */
    boolean decision(Decision decision, DecisionGroup group, Split split) {
        return split.isLater(decision.situation().clock()) ? hashed(group.whole()) : split.isOlder(decision);
    }

    /** Half of all keys, and others in each workspace and for each role. */
    private boolean hashed(String key) {
        String hash = CaseKeys.sha256(Json.list(List.of(workspace, role, key)));
        return Integer.parseInt(hash.substring(0, 1), 16) % 2 == 0;
    }
}
