package tacit.memory.learning;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.ArchiveTiers;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.HistoryCleanup;
import tacit.api.memory.MigrationReport;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.WorkspaceMigration;
import tacit.api.memory.Workspaces;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/**
 * Keeps the archive and the histories of every workspace in order, and takes over what lies in folders that are new. Whatever
 * fails is named and costs the others nothing. Confined to the thread that asks.
 */
@Component(service = Upkeep.class)
public final class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final TraceStore traces;
    private final Set<String> met = new HashSet<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveUpkeep archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable RelationshipMemory relationships;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable WorkspaceMigration migration;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Workspaces workspaces;

    @Activate
    public Upkeep(@Reference TraceStore traces) {
        this.traces = traces;
    }

    /** One pass over all workspaces. */
    void pass() {
        Workspaces known = workspaces;
        if (known != null) {
            known.list().forEach(workspace -> part(workspace, "take over files of", () -> migrate(known, workspace)));
        }
        for (String workspace : all(known)) {
            keep(workspace, Scope.ofWorkspace(workspace));
        }
    }

    private void keep(String workspace, Scope scope) {
        ArchiveUpkeep upkeep = archive;
        if (upkeep != null) {
            part(workspace, "sum up the archive of", () -> upkeep.digest(scope));
            part(workspace, "raise what is used in", () -> tiers(upkeep, scope));
            part(workspace, "apply the retention of", () -> retention(upkeep, scope));
        }
        RelationshipMemory dealings = relationships;
        if (dealings != null) {
            part(workspace, "clean the history of", () -> history(dealings, scope));
        }
    }

    private Set<String> all(@Nullable Workspaces known) {
        Set<String> all = new TreeSet<>(traces.workspaces());
        if (known != null) {
            all.addAll(known.list());
        }
        return all;
    }

    private static void part(String workspace, String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Cannot {} workspace '{}'; the next pass tries again", what, workspace, e);
        }
    }

    /** Once for each folder while the host is up: whether it was done before is in the store. */
    private void migrate(Workspaces known, String workspace) {
        WorkspaceMigration taking = migration;
        String folder = workspace + "\n" + known.folder(workspace).orElse("");
        if (taking != null && !met.contains(folder)) {
            MigrationReport report = taking.migrate(workspace, false);
            met.add(folder);
            log.debug("Took over {} entries in workspace '{}': {}", report.added(), workspace, report.status());
        }
    }

    private static void tiers(ArchiveUpkeep upkeep, Scope scope) {
        ArchiveTiers done = upkeep.tiers(scope);
        log.debug(
                "Raised {} and put aside {} in workspace '{}'", done.promoted(), done.putAside(), scope.workspaceId());
    }

    private static void retention(ArchiveUpkeep upkeep, Scope scope) {
        RetentionPlan done = upkeep.applyRetention(scope);
        log.debug(
                "Put aside {} and deleted {} in workspace '{}'",
                done.putAside().size(),
                done.deleted().size(),
                scope.workspaceId());
    }

    private static void history(RelationshipMemory dealings, Scope scope) {
        HistoryCleanup done = dealings.cleanupRecurringHistory(scope);
        log.debug("Put aside {} entries of histories in workspace '{}'", done.collapsed(), scope.workspaceId());
    }
}
