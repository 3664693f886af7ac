package tacit.learn.clusters;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.store.Scope;

/** Replaces what is known of some traces and puts each failure into its family. Confined to one transaction. */
final class Assignment {

    private final Scope scope;
    private final Families families;
    private final Failures failures;
    private final Routes routes;
    private final double threshold;

    Assignment(Scope scope, Families families, Failures failures, Routes routes, double threshold) {
        this.scope = scope;
        this.families = families;
        this.failures = failures;
        this.routes = routes;
        this.threshold = threshold;
    }

    List<FailureCluster> run(Collection<String> traceIds, Collection<FailureRecord> records) {
        Map<String, FailureRecord> wanted = new LinkedHashMap<>();
        records.forEach(failure -> wanted.putIfAbsent(failure.id(), asStored(failure)));
        failures.fill();
        List<Member> before = failures.ofTraces(Set.copyOf(traceIds));
        Set<String> changed = changedTraces(traceIds, wanted.values(), before);
        List<Member> removed = before.stream()
                .filter(member -> changed.contains(member.failure().traceId()))
                .toList();
        List<FailureRecord> arriving = wanted.values().stream()
                .filter(failure -> changed.contains(failure.traceId()))
                .toList();
        failures.remove(removed);
        List<Member> added = place(arriving, removed);
        failures.add(added);
        return settle(removed, added);
    }

    private static Set<String> changedTraces(
            Collection<String> traceIds, Collection<FailureRecord> wanted, List<Member> before) {
        Map<String, Set<FailureRecord>> old = before.stream()
                .map(Member::failure)
                .collect(Collectors.groupingBy(FailureRecord::traceId, Collectors.toSet()));
        Map<String, Set<FailureRecord>> fresh =
                wanted.stream().collect(Collectors.groupingBy(FailureRecord::traceId, Collectors.toSet()));
        return traceIds.stream()
                .filter(id -> !old.getOrDefault(id, Set.of()).equals(fresh.getOrDefault(id, Set.of())))
                .collect(Collectors.toSet());
    }

    /** A failure that was there before stays where it was, so that what an operator decided holds. */
    private List<Member> place(List<FailureRecord> arriving, List<Member> removed) {
        Map<String, Member> earlier = new HashMap<>();
        removed.forEach(member -> earlier.put(member.failure().id(), member));
        Router router = new Router(
                routes, threshold, arriving.stream().map(Kind::of).distinct().toList());
        List<Member> placed = new ArrayList<>();
        for (FailureRecord failure : arriving) {
            Member known = earlier.get(failure.id());
            Route route = router.route(Kind.of(failure));
            placed.add(
                    known != null && Kind.of(known.failure()).equals(Kind.of(failure))
                            ? new Member(
                                    failure, known.clusterId(), known.similarity(), known.joinedBy(), scope.userId())
                            : new Member(failure, route, scope.userId()));
        }
        router.store();
        families.add(router.newLeaders(), "form", Families.ITSELF);
        return placed;
    }

    private List<FailureCluster> settle(List<Member> removed, List<Member> added) {
        Set<String> touched = new TreeSet<>();
        removed.forEach(member -> touched.add(member.clusterId()));
        added.forEach(member -> touched.add(member.clusterId()));
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        List<Family> found = families.find(workspace, touched);
        boolean moved = false;
        for (Family family : found) {
            ClusterState due = family.due(returned(family, removed, added));
            if (due != family.cluster().state()) {
                families.note(family.cluster(), "move", due, null, Families.ITSELF);
                moved = true;
            }
        }
        List<Family> settled = moved || scope.user().isPresent() ? families.find(scope, touched) : found;
        return settled.stream().map(Family::cluster).toList();
    }

    /** Whether a trace that was not in the family joined it with a failure from after its last change of state. */
    private static boolean returned(Family family, List<Member> removed, List<Member> added) {
        String id = family.cluster().id();
        Set<String> earlier = new HashSet<>();
        removed.stream()
                .filter(member -> member.clusterId().equals(id))
                .forEach(member -> earlier.add(member.failure().traceId()));
        return added.stream()
                .filter(member -> member.clusterId().equals(id))
                .map(Member::failure)
                .filter(failure -> !earlier.contains(failure.traceId()))
                .anyMatch(failure ->
                        failure.occurredAt() == null || failure.occurredAt().isAfter(family.stateSince()));
    }

    /** As it reads when it comes back from the database, which keeps microseconds. */
    private static FailureRecord asStored(FailureRecord failure) {
        return new FailureRecord(
                failure.id(),
                failure.traceId(),
                failure.taskKey(),
                failure.detector(),
                failure.finding(),
                failure.signature(),
                failure.tokens(),
                failure.duration().truncatedTo(ChronoUnit.MICROS),
                failure.occurredAt() == null ? null : failure.occurredAt().truncatedTo(ChronoUnit.MICROS));
    }
}
