package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveStats;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.MigrationReport;
import tacit.api.memory.MigrationReport.Status;
import tacit.api.memory.RetentionPlan;
import tacit.api.store.Scope;

class MemoryUpkeepTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final List<String> asked = new ArrayList<>();
    private final ListAudit audit = new ListAudit();
    private final MemoryUpkeep upkeep = upkeep();

    private MemoryUpkeep upkeep() {
        MemoryUpkeep made = new MemoryUpkeep(audit);
        made.archive = asking(ArchiveMemory.class, new ArchiveStats(5, 100, 20, 3, 0.6, 1, 400));
        made.upkeep = asking(ArchiveUpkeep.class, plan());
        made.migration = (workspace, dryRun) -> {
            asked.add("migrate " + workspace + " " + dryRun);
            return new MigrationReport(
                    workspace, Status.DONE, 3, 0, 1, 0, new TreeMap<>(Map.of("spans", 9L)), List.of("x:7 is no entry"));
        };
        return made;
    }

    private static RetentionPlan plan() {
        RetentionPlan.Due due =
                new RetentionPlan.Due("m1", "insight", Instant.EPOCH, RetentionPlan.Reason.TOO_OLD, "Old tea");
        return new RetentionPlan(List.of(due), List.of(due), 2, Instant.EPOCH, 0);
    }

    @Test
    void looksAtRetentionWithoutDoingIt() {
        assertThat(upkeep.retention(SCOPE, true, false, false).rows())
                .extracting(row -> row.get("act"))
                .containsExactly("put aside", "deleted");

        assertThat(asked).containsExactly("previewRetention [default]");
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void appliesRetentionAndTakesItBackWithTheAuditLogFirst() {
        upkeep.retention(SCOPE, false, true, false);
        assertThat(upkeep.retention(SCOPE, false, false, true, "m1").rows()).containsExactly(Rows.row("taken back", 4));

        assertThat(asked).containsExactly("applyRetention [default]", "undoRetention [default, [m1]]");
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("memory.retention.apply", "memory.retention.undo");
    }

    @Test
    void countsTheArchive() {
        assertThat(upkeep.stats(SCOPE)).containsEntry("memories", 5L).containsEntry("put aside", 1L);
    }

    @Test
    void takesAFolderOverWithTheAuditLogFirst() {
        assertThat(upkeep.migrate("w", true)).containsEntry("spans", 9L).containsEntry("remark 1", "x:7 is no entry");
        assertThat(audit.entries).isEmpty();

        upkeep.migrate("w", false);

        assertThat(asked).containsExactly("migrate w true", "migrate w false");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("memory.migrate");
    }

    @Test
    void attachesWithoutTakingOverWhereNobodyCan() {
        assertThat(new MemoryUpkeep(audit).migrateIfPossible("w")).isEmpty();
        assertThat(upkeep.migrateIfPossible("w")).containsEntry("entries added", 3);
    }

    private <T> T asking(Class<T> role, Object answer) {
        return role.cast(
                Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (proxy, method, arguments) -> {
                    List<Object> inputs = new ArrayList<>(Arrays.asList(arguments));
                    inputs.replaceAll(input -> input instanceof Scope scope ? scope.workspaceId() : input);
                    asked.add(method.getName() + " " + inputs);
                    return method.getReturnType() == int.class ? 4 : answer;
                }));
    }
}
