package tacit.api.learn;

import java.util.Objects;

/**
 * A failure in its family, with the reason why it is there. Immutable.
 *
 * @param record the failure
 * @param similarity to the family when it joined, in [0, 1]; 1 for an equal signature
 * @param joinedBy {@code signature}, {@code similarity} or {@code operator}
 */
public record ClusterMember(FailureRecord record, double similarity, String joinedBy) {

    public ClusterMember {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(joinedBy, "joinedBy");
    }
}
