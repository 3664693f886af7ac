package tacit.surface.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveStats;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.ExternalMemories;
import tacit.api.memory.MigrationReport;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.WorkspaceMigration;
import tacit.api.store.Scope;

/** Keeps the archive in order and takes folders over on an operator's word; what a memory is missing for is said. */
@Component(service = MemoryUpkeep.class)
public final class MemoryUpkeep {

    private final AuditLog audit;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveMemory archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveUpkeep upkeep;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable WorkspaceMigration migration;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ExternalMemories outside;

    @Activate
    public MemoryUpkeep(@Reference AuditLog audit) {
        this.audit = audit;
    }

    Map<String, @Nullable Object> stats(Scope scope) {
        ArchiveStats stats = there(archive, "archive").stats(scope);
        return Rows.row(
                "memories", stats.count(),
                "put aside", stats.putAside(),
                "characters", stats.characters(),
                "tokens", stats.tokens(),
                "tokens in short", stats.storedTokens(),
                "with a summary", stats.compressed(),
                "share of those", stats.ratio());
    }

    /** What retention would do, did or takes back, by the option that is given; to look is the usual one. */
    Rows retention(Scope scope, boolean preview, boolean apply, boolean undo, String... ids) {
        if (Stream.of(preview, apply, undo).filter(given -> given).count() > 1) {
            throw new IllegalArgumentException("memory retention knows --preview, --apply and --undo, one of them");
        }
        if (ids.length > 0 && !undo) {
            throw new IllegalArgumentException("memory retention takes ids with --undo alone");
        }
        ArchiveUpkeep keeper = there(upkeep, "upkeep of the archive");
        if (undo) {
            audit.write(Words.OPERATOR, "memory.retention.undo", scope.workspaceId(), Map.of());
            int back = keeper.undoRetention(scope, Arrays.asList(ids));
            return Rows.of(List.of(back), count -> Rows.row("taken back", count));
        }
        if (apply) {
            audit.write(Words.OPERATOR, "memory.retention.apply", scope.workspaceId(), Map.of());
        }
        return rows(apply ? keeper.applyRetention(scope) : keeper.previewRetention(scope));
    }

    private static Rows rows(RetentionPlan plan) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        plan.putAside().forEach(due -> rows.add(row("put aside", due)));
        plan.deleted().forEach(due -> rows.add(row("deleted", due)));
        return new Rows(rows, 0, rows.size());
    }

    private static Map<String, @Nullable Object> row(String act, RetentionPlan.Due due) {
        return Rows.row(
                "id", due.memoryId(),
                "act", act,
                "reason", due.reason(),
                "type", due.type(),
                "since", due.createdAt(),
                "title", due.title());
    }

    /** How the memories outside do, or what came of trying the one that is named. */
    Rows external(String... ids) {
        return new ExternalStatus(outside, audit).rows(ids);
    }

    Map<String, @Nullable Object> migrate(String workspaceId, boolean dryRun) {
        WorkspaceMigration taking = there(migration, "migration of workspaces");
        if (!dryRun) {
            audit.write(Words.OPERATOR, "memory.migrate", workspaceId, Map.of());
        }
        return row(taking.migrate(workspaceId, dryRun));
    }

    /** The same where there may be nobody who does it: empty then. */
    Map<String, @Nullable Object> migrateIfPossible(String workspaceId) {
        return migration == null ? Rows.row() : migrate(workspaceId, false);
    }

    private static Map<String, @Nullable Object> row(MigrationReport report) {
        Map<String, @Nullable Object> row = Rows.row(
                "workspace", report.workspaceId(),
                "status", report.status(),
                "entries added", report.added(),
                "waiting for approval", report.waiting(),
                "known before", report.known(),
                "kept beside entries", report.kept());
        row.putAll(report.found());
        for (int i = 0; i < report.remarks().size(); i++) {
            row.put("remark " + (i + 1), report.remarks().get(i));
        }
        return row;
    }

    private static <T> T there(@Nullable T service, String what) {
        if (service == null) {
            throw new IllegalStateException("Cannot do it: there is no " + what + " at the moment");
        }
        return service;
    }
}
