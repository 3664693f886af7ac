package tacit.learn.clusters;

import org.jspecify.annotations.Nullable;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.FailureRecord;

/** A failure as it is kept: with its family and its user. Immutable. */
record Member(
        FailureRecord failure,
        String clusterId,
        double similarity,
        String joinedBy,
        @Nullable String userId) {

    Member(FailureRecord failure, Route route, @Nullable String userId) {
        this(failure, route.clusterId(), route.similarity(), route.joinedBy(), userId);
    }

    ClusterMember seen() {
        return new ClusterMember(failure, similarity, joinedBy);
    }
}
