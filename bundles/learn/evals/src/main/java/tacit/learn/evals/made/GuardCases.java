package tacit.learn.evals.made;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.guard.CallHistories;
import tacit.api.guard.Guard;
import tacit.api.harness.Calls;
import tacit.api.learn.CaseMaker;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/** Makes the cases that guards are judged by: calls that failed runs should not have made, and as many that went well. Thread-safe. */
@Component
@Designate(ocd = GuardCases.Config.class)
public final class GuardCases implements CaseMaker {

    private static final Logger log = LoggerFactory.getLogger(GuardCases.class);

    private final Database database;
    private final FailureClusters clusters;
    private final TraceStore traces;
    private final Retiring retiring;
    private final Pairs pairs;
    private final Limits limits;
    private final int runs;
    private final Clock clock;
    private final Set<String> tidied = ConcurrentHashMap.newKeySet();

    /** How many cases are made, and how much is looked at for them. */
    @ObjectClassDefinition(
            name = "Cases of calls",
            description = "Replay cases for guards that are made of families of failures")
    public @interface Config {

        @AttributeDefinition(
                description =
                        "Cases of one family on the older and on the newer side, each: half of them are calls that went well."
                                + " 0 makes none")
        int most_of_family() default 10;

        @AttributeDefinition(description = "Cases of all families of a workspace together")
        int most() default 400;

        @AttributeDefinition(description = "Failures of one family that one round looks at, at least 1")
        int failures() default 40;

        @AttributeDefinition(description = "Successful runs that one round looks at, the newest, in [1, 1000]")
        int runs() default 50;

        @AttributeDefinition(description = "Days after which a case no longer counts; 0 when it stays")
        int expire_days() default 180;
    }

    @Activate
    public GuardCases(
            @Reference Database database,
            @Reference FailureClusters clusters,
            @Reference ReplayCases cases,
            @Reference TraceStore traces,
            @Reference CallHistories histories,
            @Reference Calls calls,
            @Reference Guard guard,
            @Reference Clock clock,
            Config config) {
        this.database = database;
        this.clusters = clusters;
        this.traces = traces;
        this.clock = clock;
        runs = Settings.within("runs", config.runs(), 1, 1_000);
        limits = new Limits(
                Settings.within("most.of.family", config.most_of_family(), 0, 10_000),
                Settings.within("most", config.most(), 0, 10_000),
                Settings.within("failures", config.failures(), 1, 10_000),
                Settings.within("expire.days", config.expire_days(), 0, 36_500));
        pairs = new Pairs(cases, new GuardDrafts(histories, calls), guard, limits);
        retiring = new Retiring(cases, database);
    }

    @Override
    public List<ReplayCase> make(Scope scope, List<FailureCluster> changed, List<String> traceIds) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        if (tidied.add(workspace.workspaceId())) {
            tidy(workspace);
        }
        MadeRows rows = new MadeRows(database, workspace.workspaceId());
        Map<String, FailureCluster> families = new LinkedHashMap<>();
        changed.forEach(family -> families.put(family.id(), family));
        for (String waiting : rows.changed(traceIds)) {
            clusters.find(workspace, waiting).ifPresent(family -> families.putIfAbsent(waiting, family));
        }
        Round round = new Round(
                workspace,
                clusters,
                new Graded(traces, workspace, runs),
                rows,
                new CaseCounts(database, workspace.workspaceId()),
                clock.instant(),
                limits.expiry(clock.instant()),
                new Looked());
        List<ReplayCase> made = new ArrayList<>();
        for (FailureCluster family : families.values()) {
            made.addAll(of(round, family));
        }
        return List.copyOf(made);
    }

    private List<ReplayCase> of(Round round, FailureCluster family) {
        if (family.state() == ClusterState.DISMISSED) {
            retiring.moved(round.scope(), family);
        }
        boolean lasting = family.state() == ClusterState.STABLE || family.state() == ClusterState.REOPENED;
        if (!lasting || !Blame.possible(family)) {
            return List.of();
        }
        try {
            return pairs.make(round, family);
        } catch (IllegalStateException e) {
            // no guard is in force, or the workspace may keep no more cases: the next change of the family tries again
            log.debug("Cannot make cases of family '{}'", family.id(), e);
            return List.of();
        }
    }

    /** Makes up for families that were dismissed while nobody heard it. */
    private void tidy(Scope scope) {
        for (String family : new CaseCounts(database, scope.workspaceId()).families()) {
            clusters.find(scope, family).ifPresent(found -> retiring.moved(scope, found));
        }
    }

    /** What one round of making looks at. */
    record Round(
            Scope scope,
            FailureClusters clusters,
            Graded runs,
            MadeRows rows,
            CaseCounts counts,
            Instant now,
            @Nullable Instant expiresAt,
            Looked looked) {}

    /** What a round found out already, so that it looks once. */
    record Looked(Map<String, Boolean> sides, Set<String> barren) {

        Looked() {
            this(new HashMap<>(), new HashSet<>());
        }
    }

    /** How much is made and looked at; see {@link Config}. */
    record Limits(int ofFamily, int most, int failures, int expireDays) {

        @Nullable
        Instant expiry(Instant now) {
            return expireDays == 0 ? null : now.plus(Duration.ofDays(expireDays));
        }
    }
}
