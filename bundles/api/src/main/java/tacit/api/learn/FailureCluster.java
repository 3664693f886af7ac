package tacit.api.learn;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A family of failures with one likely cause. Immutable.
 *
 * @param id stable while the family lives
 * @param title what fails, in words
 * @param category the kind of failure of its members
 * @param failureClass whose failure it is
 * @param signature the key of its first member
 * @param state where it stands
 * @param count members
 * @param traces different traces among them
 * @param impact what its members cost together
 * @param firstSeen null when no member has a time
 * @param lastSeen null when no member has a time
 * @param examples ids of up to two traces that show it best
 * @param version grows with each change of state; guards moves against a stale view
 */
public record FailureCluster(
        String id,
        String title,
        String category,
        FailureClass failureClass,
        Signature signature,
        ClusterState state,
        long count,
        long traces,
        Impact impact,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<String> examples,
        long version) {

    public FailureCluster {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        examples = List.copyOf(examples);
    }
}
