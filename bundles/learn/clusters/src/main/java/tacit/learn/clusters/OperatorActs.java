package tacit.learn.clusters;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.store.Scope;

/** What operators do to families: checks it, and does it. Confined to one transaction. */
final class OperatorActs {

    private final Scope scope;
    private final Families families;
    private final Failures failures;
    private final Routes routes;

    OperatorActs(Scope scope, Families families, Failures failures, Routes routes) {
        this.scope = scope;
        this.families = families;
        this.failures = failures;
        this.routes = routes;
    }

    /** The moving members, when they may be split off. */
    List<Member> checkSplit(String clusterId, List<String> recordIds) {
        Family family = found(clusterId);
        Set<String> wanted = Set.copyOf(recordIds);
        List<Member> moving = failures.find(wanted).stream()
                .filter(member -> member.clusterId().equals(clusterId))
                .sorted((left, right) ->
                        left.failure().id().compareTo(right.failure().id()))
                .toList();
        if (wanted.isEmpty() || moving.size() != wanted.size()) {
            throw new IllegalArgumentException(
                    "recordIds must be members of cluster '" + clusterId + "', got " + recordIds);
        }
        if (moving.size() >= family.cluster().count()) {
            throw new IllegalArgumentException("recordIds must leave a member in cluster '" + clusterId + "'");
        }
        return moving;
    }

    FailureCluster split(String clusterId, List<String> recordIds, String by) {
        List<Member> moving = checkSplit(clusterId, recordIds);
        FailureCluster from = found(clusterId).cluster();
        String id = "c-" + Kind.hash(List.of("split", clusterId, String.valueOf(from.version())));
        Kind head = Kind.of(moving.get(0).failure());
        families.add(List.of(new Route(head, id, 1, Route.OPERATOR, true)), "split", by);
        routes.claim(
                moving.stream().map(member -> Kind.of(member.failure()).key()).collect(Collectors.toSet()), id);
        failures.move(moving.stream().map(member -> member.failure().id()).toList(), id);
        families.note(from, "split", from.state(), id, by);
        return settled(id, by);
    }

    void checkMerge(String clusterId, String otherId) {
        if (clusterId.equals(otherId)) {
            throw new IllegalArgumentException("otherId must name another cluster, got " + otherId);
        }
        if (found(clusterId).cluster().failureClass()
                != found(otherId).cluster().failureClass()) {
            throw new IllegalArgumentException("Cannot merge cluster '" + otherId + "' into '" + clusterId
                    + "': one is of the agent and one of its environment");
        }
    }

    FailureCluster merge(String clusterId, String otherId, String by) {
        checkMerge(clusterId, otherId);
        FailureCluster into = found(clusterId).cluster();
        FailureCluster other = found(otherId).cluster();
        failures.moveAll(otherId, clusterId);
        routes.redirect(otherId, clusterId);
        families.note(other, "merge", other.state(), clusterId, by);
        families.note(into, "merge", into.state(), otherId, by);
        return settled(clusterId, by);
    }

    void checkMove(String clusterId, ClusterState state, long expectedVersion) {
        Family family = found(clusterId);
        Transitions.check(family.cluster(), state, expectedVersion, family.recurring());
    }

    FailureCluster move(String clusterId, ClusterState state, long expectedVersion, String by) {
        checkMove(clusterId, state, expectedVersion);
        families.note(found(clusterId).cluster(), "move", state, null, by);
        return found(clusterId).cluster();
    }

    private FailureCluster settled(String clusterId, String by) {
        Family family = found(clusterId);
        ClusterState due = family.due(false);
        if (due != family.cluster().state()) {
            families.note(family.cluster(), "move", due, null, by);
        }
        return found(clusterId).cluster();
    }

    private Family found(String clusterId) {
        return families.find(scope, clusterId)
                .orElseThrow(() -> new IllegalArgumentException("No cluster has the id '" + clusterId + "'"));
    }
}
