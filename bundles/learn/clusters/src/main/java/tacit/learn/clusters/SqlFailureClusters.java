package tacit.learn.clusters;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AuditLog;
import tacit.api.event.Events;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterListener;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Keeps failures and their families in the database; sums are made when they are asked for. Thread-safe. */
@Component
@Designate(ocd = SqlFailureClusters.Config.class)
public final class SqlFailureClusters implements FailureClusters {

    private static final Logger log = LoggerFactory.getLogger(SqlFailureClusters.class);

    /** When two kinds of failure are one family. */
    @ObjectClassDefinition(name = "Tacit failure clusters")
    public @interface Config {

        @AttributeDefinition(
                name = "Similarity threshold",
                description = "Cosine over the words of two error templates, in (0, 1], from which they are one family")
        double similarity_threshold() default DEFAULT_THRESHOLD;
    }

    /** The threshold where none is configured. */
    public static final double DEFAULT_THRESHOLD = 0.65;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final double threshold;
    private final List<ClusterListener> listeners = new CopyOnWriteArrayList<>();

    /** Hears of families that changed, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Activate
    public SqlFailureClusters(
            @Reference Database database, @Reference AuditLog audit, @Reference Clock clock, Config config) {
        this(database, audit, clock, config.similarity_threshold());
    }

    public SqlFailureClusters(Database database, AuditLog audit, Clock clock, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("similarityThreshold must be in (0, 1], got " + threshold);
        }
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.threshold = threshold;
        database.migrate("tacit.learn.clusters", SqlFailureClusters.class);
        database.write(SqlFailureClusters::fill);
    }

    private static int fill(Session session) {
        List<String> workspaces =
                session.select("SELECT DISTINCT workspace_id FROM clusters", row -> row.text("workspace_id"));
        return workspaces.stream()
                .mapToInt(workspace -> new Failures(session, workspace).fill())
                .sum();
    }

    @Override
    public List<FailureCluster> assign(Scope scope, List<String> traceIds, List<FailureRecord> records) {
        Set<String> traces = Set.copyOf(traceIds);
        for (FailureRecord failure : records) {
            if (!traces.contains(failure.traceId())) {
                throw new IllegalArgumentException(
                        "records must be of the traces that were mined, got one of trace '" + failure.traceId() + "'");
            }
        }
        List<FailureCluster> changed = database.write(session -> new Assignment(
                        scope, families(session, scope), failures(session, scope), routes(session, scope), threshold)
                .run(traces, records));
        News.tell(events, scope, changed);
        return changed;
    }

    @Override
    public Optional<FailureCluster> find(Scope scope, String clusterId) {
        return database.read(
                session -> families(session, scope).find(scope, clusterId).map(Family::cluster));
    }

    @Override
    public Page<FailureCluster> list(Scope scope, ClusterFilter filter, PageRequest page) {
        FamilyQuery query = FamilyQuery.in(scope).matching(filter);
        return database.read(session -> new Page<>(
                query.page(session, page).stream().map(Family::cluster).toList(), page.offset(), query.count(session)));
    }

    @Override
    public Page<ClusterMember> members(Scope scope, String clusterId, PageRequest page) {
        MemberQuery query = new MemberQuery(scope, new FailureFilter(null, null, null, clusterId));
        return database.read(session -> mapped(query.oldestFirst(session, page), Member::seen));
    }

    @Override
    public Optional<FailureRecord> failure(Scope scope, String recordId) {
        return database.read(
                session -> MemberQuery.one(session, scope, recordId).map(Member::failure));
    }

    @Override
    public Optional<FailureCluster> familyOf(Scope scope, String recordId) {
        return database.read(session -> MemberQuery.one(session, scope, recordId)
                .flatMap(member -> families(session, scope).find(scope, member.clusterId()))
                .map(Family::cluster));
    }

    @Override
    public Page<FailureRecord> failures(Scope scope, FailureFilter filter, PageRequest page) {
        MemberQuery query = new MemberQuery(scope, filter);
        return database.read(session -> mapped(query.newestFirst(session, page), Member::failure));
    }

    @Override
    public FailureCluster split(Scope scope, String clusterId, List<String> recordIds, String by) {
        database.read(session -> acts(session, scope).checkSplit(clusterId, recordIds));
        audit.write(by, "cluster.split", clusterId, Map.of("records", String.join(" ", recordIds)));
        return News.told(
                events, scope, database.write(session -> acts(session, scope).split(clusterId, recordIds, by)));
    }

    @Override
    public FailureCluster merge(Scope scope, String clusterId, String otherId, String by) {
        database.read(session -> {
            acts(session, scope).checkMerge(clusterId, otherId);
            return otherId;
        });
        audit.write(by, "cluster.merge", clusterId, Map.of("other", otherId));
        return News.told(
                events, scope, database.write(session -> acts(session, scope).merge(clusterId, otherId, by)));
    }

    @Override
    public FailureCluster move(Scope scope, String clusterId, ClusterState state, long expectedVersion, String by) {
        database.read(session -> {
            acts(session, scope).checkMove(clusterId, state, expectedVersion);
            return clusterId;
        });
        String action = state == ClusterState.DISMISSED ? "cluster.dismiss" : "cluster.move";
        audit.write(by, action, clusterId, Map.of("state", state.name()));
        FailureCluster moved =
                database.write(session -> acts(session, scope).move(clusterId, state, expectedVersion, by));
        listeners.forEach(listener -> tell(listener, scope, moved));
        return News.told(events, scope, moved);
    }

    /** The family has moved whatever a listener makes of it. */
    private static void tell(ClusterListener listener, Scope scope, FailureCluster moved) {
        try {
            listener.moved(scope, moved);
        } catch (RuntimeException e) {
            log.error("Cannot tell a listener that family '{}' moved", moved.id(), e);
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(ClusterListener listener) {
        listeners.add(listener);
    }

    public void removeListener(ClusterListener listener) {
        listeners.remove(listener);
    }

    private OperatorActs acts(Session session, Scope scope) {
        return new OperatorActs(scope, families(session, scope), failures(session, scope), routes(session, scope));
    }

    private Families families(Session session, Scope scope) {
        return new Families(session, scope.workspaceId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Failures failures(Session session, Scope scope) {
        return new Failures(session, scope.workspaceId());
    }

    private static Routes routes(Session session, Scope scope) {
        return new Routes(session, scope.workspaceId());
    }

    private static <T> Page<T> mapped(Page<Member> page, Function<Member, T> mapper) {
        return new Page<>(page.rows().stream().map(mapper).toList(), page.offset(), page.total());
    }
}
