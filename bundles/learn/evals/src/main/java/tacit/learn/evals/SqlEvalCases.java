package tacit.learn.evals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Keeps cases in the database. Thread-safe.
 *
 * <p>A case is made of what a whole workspace did, so a scope that is narrowed to one user sees none.
 */
@Component
public final class SqlEvalCases implements EvalCases {

    private final Database database;
    private final FailureClusters clusters;
    private final Clock clock;

    /** The version of each family whose members are all in its case. */
    private final Map<String, Long> whole = new ConcurrentHashMap<>();

    @Activate
    public SqlEvalCases(@Reference Database database, @Reference FailureClusters clusters, @Reference Clock clock) {
        this.database = database;
        this.clusters = clusters;
        this.clock = clock;
        database.migrate("tacit.learn.evals", SqlEvalCases.class);
    }

    @Override
    public List<EvalCase> refresh(Scope scope, List<FailureCluster> families) {
        return refresh(scope, families, family -> members(scope, family));
    }

    @Override
    public List<EvalCase> refresh(Scope scope, List<FailureCluster> families, Collection<String> traceIds) {
        // where this does not come to its end, the next one looks at all members
        Set<String> known = families.stream()
                .filter(family -> Objects.equals(whole.remove(caseId(scope, family)), family.version()))
                .map(FailureCluster::id)
                .collect(Collectors.toSet());
        return refresh(
                scope,
                families,
                family -> known.contains(family.id()) ? members(scope, family, traceIds) : members(scope, family));
    }

    private List<EvalCase> refresh(
            Scope scope, List<FailureCluster> families, Function<FailureCluster, List<Member>> membersOf) {
        List<EvalCase> changed = new ArrayList<>();
        for (FailureCluster family : families) {
            if (family.state() == ClusterState.STABLE || family.state() == ClusterState.REOPENED) {
                List<Member> members = membersOf.apply(family);
                if (!members.isEmpty()) {
                    write(scope, family, members).ifPresent(changed::add);
                }
                whole.put(caseId(scope, family), family.version());
            }
        }
        return List.copyOf(changed);
    }

    private Optional<EvalCase> write(Scope scope, FailureCluster family, List<Member> members) {
        String id = caseId(scope, family);
        return database.write(session -> {
            CaseTables tables = new CaseTables(session, scope.workspaceId());
            Optional<String> splitBy = tables.splitBy(id);
            TaskSplit split = TaskSplit.deal(members, splitBy.orElse(null), tables.sides(id));
            boolean made = splitBy.isEmpty() && tables.add(made(id, family, split));
            boolean grown = tables.addMembers(id, members, split.sides());
            return made || grown ? tables.find(id) : Optional.empty();
        });
    }

    private EvalCase made(String id, FailureCluster family, TaskSplit split) {
        return new EvalCase(
                id,
                family.id(),
                CaseName.of(family),
                SignatureCheck.of(family.signature()),
                List.of(),
                List.of(),
                split.splitBy(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private List<Member> members(Scope scope, FailureCluster family) {
        return all(page -> clusters.members(scope, family.id(), page), ClusterMember::record);
    }

    private List<Member> members(Scope scope, FailureCluster family, Collection<String> traceIds) {
        return traceIds.stream()
                .map(trace -> new FailureFilter(trace, null, null, family.id()))
                .flatMap(filter -> all(page -> clusters.failures(scope, filter, page), Function.identity()).stream())
                .toList();
    }

    private static <T> List<Member> all(Function<PageRequest, Page<T>> pages, Function<T, FailureRecord> record) {
        List<Member> members = new ArrayList<>();
        Page<T> page;
        do {
            page = pages.apply(new PageRequest(members.size(), PageRequest.MAX_LIMIT));
            page.rows().forEach(row -> members.add(Member.of(record.apply(row))));
        } while (page.hasMore() && !page.rows().isEmpty());
        return members;
    }

    /** The same family has the same case on every host. */
    private static String caseId(Scope scope, FailureCluster family) {
        String key = scope.workspaceId() + "\n" + family.id();
        return "eval-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<EvalCase> find(Scope scope, String caseId) {
        if (scope.user().isPresent()) {
            return Optional.empty();
        }
        return database.read(session -> new CaseTables(session, scope.workspaceId()).find(caseId));
    }

    @Override
    public Optional<EvalCase> ofCluster(Scope scope, String clusterId) {
        if (scope.user().isPresent()) {
            return Optional.empty();
        }
        return database.read(session -> new CaseTables(session, scope.workspaceId()).ofCluster(clusterId));
    }

    @Override
    public Page<EvalCase> list(Scope scope, PageRequest page) {
        if (scope.user().isPresent()) {
            return new Page<>(List.of(), page.offset(), 0);
        }
        return database.read(session -> {
            CaseTables tables = new CaseTables(session, scope.workspaceId());
            return new Page<>(tables.list(page), page.offset(), tables.count());
        });
    }
}
