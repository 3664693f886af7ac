package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.pulse.approvals.Rig.act;
import static tacit.pulse.approvals.Rig.dispatch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.Approvals.Changed;
import tacit.api.autonomy.Approvals.DryRun;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RehearsalTest {

    @TempDir
    Path folder;

    private Rig rig;
    private StoredApprovals inbox;
    private Instant start;

    @BeforeEach
    void record(Database database) {
        rig = new Rig(database);
        rig.files = FolderFiles.of(folder);
        inbox = rig.start();
        start = rig.clock.instant();
        rig.settings.set.put("autonomy.preset", "founder_edge");
        rig.settings.set.put("autonomy.capabilities", "read,write,shell,dispatch,export");
        inbox.ask(act("read", ApprovalType.READ, Map.of("path", "a")));
        inbox.ask(dispatch("dispatch"));
        inbox.ask(act("make", ApprovalType.RUN_COMMAND, Map.of("command", "make")));
        inbox.ask(act("sudo", ApprovalType.RUN_COMMAND, Map.of("command", "sudo make")));
        inbox.ask(act("export", ApprovalType.DATA_EXPORT, Map.of("domain", "x.example")));
    }

    @Test
    void au38SaysWhatAPolicyWouldHaveSaid() {
        DryRun run = inbox.dryRun(null, start, Map.of("autonomy.preset", "manual"), List.of());

        assertThat(run.requests()).isEqualTo(5);
        assertThat(run.before())
                .isEqualTo(Map.of(PermissionEffect.ALLOW, 3, PermissionEffect.ASK, 1, PermissionEffect.DENY, 1));
        assertThat(run.after())
                .isEqualTo(Map.of(PermissionEffect.ALLOW, 1, PermissionEffect.ASK, 3, PermissionEffect.DENY, 1));
        assertThat(run.changed()).extracting(Changed::action).containsExactlyInAnyOrder("dispatch_task", "act");
    }

    @Test
    void triesRulesBesides() {
        PermissionRule allow =
                new PermissionRule("try", PermissionEffect.ALLOW, Scope.DOMAIN, "x.example", null, Source.WORKSPACE_DB);
        PermissionRule sudo = new PermissionRule(
                "try2", PermissionEffect.ALLOW, Scope.COMMAND_PREFIX, "sudo make", null, Source.SESSION);

        DryRun run = inbox.dryRun("p1", start, Map.of(), List.of(allow, sudo));

        assertThat(run.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.after().rule()).isEqualTo("try");
            assertThat(changed.before().effect()).isEqualTo(PermissionEffect.ASK);
        });
        assertThat(run.after().get(PermissionEffect.DENY)).isEqualTo(1);
    }

    @Test
    void au39HasNoEffectAtAll() throws Exception {
        String before = everything();
        int written = rig.audit.entries.size();

        inbox.dryRun(null, start, Map.of("autonomy.mode", "bypass_permissions"), List.of());
        inbox.dryRun(null, start, Map.of("autonomy.capabilities", ""), List.of());

        assertThat(everything()).isEqualTo(before);
        assertThat(rig.audit.entries).hasSize(written);
        assertThat(folder).isEmptyDirectory();
    }

    private String everything() {
        return rig.database.read(session -> {
            StringBuilder all = new StringBuilder();
            for (String table : List.of(
                    "approval_entries",
                    "approval_answers",
                    "approval_listeners",
                    "approval_untold",
                    "permission_rules",
                    "permission_mirrors",
                    "autonomy_earned")) {
                all.append(
                        session.select("SELECT COUNT(*) AS rows_there FROM " + table, row -> row.number("rows_there")));
            }
            List<Approval> entries = new EntryRows(session)
                    .list(null, null, null, PageRequest.first(100))
                    .rows();
            return all + entries.toString();
        });
    }

    @Test
    void looksAtWhatWasAskedSinceThenAndByWhom() {
        rig.clock.pass(Duration.ofHours(1));
        inbox.ask(dispatch("late"));

        assertThat(inbox.dryRun(null, rig.clock.instant(), Map.of(), List.of()).requests())
                .isEqualTo(1);
        assertThat(inbox.dryRun("p2", start, Map.of(), List.of()).requests()).isZero();
        assertThat(inbox.dryRun("p1", start, Map.of(), List.of()).requests()).isEqualTo(6);
    }

    @Test
    void readsOnAfterManyEntries() {
        for (int i = 0; i < 500; i++) {
            inbox.ask(act("many" + i, ApprovalType.READ, Map.of()));
        }

        assertThat(inbox.dryRun(null, start, Map.of(), List.of()).requests()).isEqualTo(505);
    }

    @Test
    void refusesWhatIsNoSettingOfAutonomy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inbox.dryRun(null, start, Map.of("budget", "1"), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inbox.dryRun(null, start, Map.of("autonomy.preset", "wild"), List.of()));
    }
}
