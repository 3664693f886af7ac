package tacit.learn.evals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
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

    @Activate
    public SqlEvalCases(@Reference Database database, @Reference FailureClusters clusters, @Reference Clock clock) {
        this.database = database;
        this.clusters = clusters;
        this.clock = clock;
        database.migrate("tacit.learn.evals", SqlEvalCases.class);
    }

    @Override
    public List<EvalCase> refresh(Scope scope, List<FailureCluster> families) {
        List<EvalCase> changed = new ArrayList<>();
        for (FailureCluster family : families) {
            if (family.state() == ClusterState.STABLE || family.state() == ClusterState.REOPENED) {
                refresh(scope, family).ifPresent(changed::add);
            }
        }
        return List.copyOf(changed);
    }

    private Optional<EvalCase> refresh(Scope scope, FailureCluster family) {
        String id = caseId(scope, family);
        List<Member> members = members(scope, family);
        return database.write(session -> {
            CaseTables tables = new CaseTables(session, scope.workspaceId());
            Optional<EvalCase> known = tables.find(id);
            String splitBy = known.map(EvalCase::splitBy).orElse(null);
            TaskSplit split = TaskSplit.deal(members, splitBy, tables.sides(id));
            EvalCase evalCase = known.orElseGet(() -> made(id, family, split));
            return tables.add(evalCase, members, split.sides()) ? tables.find(id) : Optional.empty();
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
        List<Member> members = new ArrayList<>();
        Page<ClusterMember> page;
        do {
            page = clusters.members(scope, family.id(), new PageRequest(members.size(), PageRequest.MAX_LIMIT));
            page.rows().forEach(member -> members.add(Member.of(member.record())));
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
