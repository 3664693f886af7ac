package tacit.learn.lineage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;
import tacit.api.harness.Situation;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** A log that knows a decision for every id, and a harness of generation 1. */
final class FixedRuns implements DecisionLog, Harness {

    @Override
    public Optional<Decision> find(String id) {
        Situation asked =
                new Situation("guard", "decide(GuardQuestion)", "[\"" + id + "\"]", Instant.EPOCH, 1, List.of());
        return Optional.of(new Decision(id, asked, "{}", "ab".repeat(32), 1, Duration.ZERO, 0));
    }

    @Override
    public boolean offer(Decision decision) {
        return false;
    }

    @Override
    public Page<Decision> list(String role, PageRequest page) {
        return new Page<>(List.of(), page.offset(), 0);
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public List<RoleStatus> roles() {
        return List.of();
    }

    @Override
    public HarnessView view() {
        return new HarnessView() {
            @Override
            public long generation() {
                return 1;
            }

            @Override
            public <T> T provider(String role, Class<T> type) {
                throw new IllegalArgumentException("No role is known");
            }

            @Override
            public void close() {
                // Nothing is held
            }
        };
    }

    @Override
    public long unrecorded() {
        return 0;
    }

    @Override
    public List<String> alarms() {
        return List.of();
    }
}
