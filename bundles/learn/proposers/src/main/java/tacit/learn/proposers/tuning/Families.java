package tacit.learn.proposers.tuning;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.pulse.ProfileSettings;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Families of failures that a profile can be to blame for, by their categories, each with the fields that may mend it. Thread-safe.
 *
 * <p>Tacit's own detectors make none of them, as a pulse that is held back has not failed; those of a plugin may.
 */
final class Families {

    /** What of a profile is changed. */
    enum Field {
        CADENCE,
        COOLDOWN,
        BUDGET
    }

    private static final Map<String, Set<Field>> CATEGORIES = Map.of(
            "wake_timing", Set.of(Field.CADENCE, Field.COOLDOWN),
            "cooldown_policy_mismatch", Set.of(Field.CADENCE, Field.COOLDOWN),
            "dispatch_underreach", Set.of(Field.CADENCE, Field.COOLDOWN),
            "dispatch_overreach", Set.of(Field.COOLDOWN, Field.BUDGET),
            "budget_policy_mismatch", Set.of(Field.COOLDOWN, Field.BUDGET));

    private final FailureClusters clusters;

    Families(FailureClusters clusters) {
        this.clusters = clusters;
    }

    /** The family with the greatest impact that such a change is against; empty for none. */
    Optional<String> against(Scope scope, ProfileSettings before, ProfileSettings after) {
        return clusters.list(scope, ClusterFilter.ALL, PageRequest.first(PageRequest.MAX_LIMIT)).rows().stream()
                .filter(one -> one.state() != ClusterState.DISMISSED && one.state() != ClusterState.MITIGATED)
                .filter(one -> mends(one, before, after))
                .map(FailureCluster::id)
                .findFirst();
    }

    private static boolean mends(FailureCluster family, ProfileSettings before, ProfileSettings after) {
        Set<Field> fields = CATEGORIES.getOrDefault(family.category(), Set.of());
        return !fields.isEmpty()
                && (before.cadence().equals(after.cadence()) || fields.contains(Field.CADENCE))
                && (before.dispatchCooldown().equals(after.dispatchCooldown()) || fields.contains(Field.COOLDOWN))
                && (before.maxDispatchesPerDay() == after.maxDispatchesPerDay() || fields.contains(Field.BUDGET));
    }
}
