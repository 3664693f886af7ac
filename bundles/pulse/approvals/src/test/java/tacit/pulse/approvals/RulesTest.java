package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static tacit.pulse.approvals.Rig.act;
import static tacit.pulse.approvals.Rig.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approval.State;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.store.Database;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RulesTest {

    @TempDir
    Path folder;

    private Rig rig;
    private StoredApprovals inbox;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database);
        rig.files = FolderFiles.of(folder);
        inbox = rig.start();
    }

    @Test
    void au36KeepsAnAnswerForTheWorkspaceAndShowsItInItsFolder() throws IOException {
        answer("r1", "workspace");

        assertThat(inbox.ask(dispatch("r2")).state()).isEqualTo(State.APPROVED);
        assertThat(inbox.rules("w1", null)).singleElement().satisfies(rule -> {
            assertThat(rule.pattern()).isEqualTo("dispatch_task");
            assertThat(rule.source()).isEqualTo(Source.WORKSPACE_DB);
        });
        assertThat(Files.readString(file())).contains("dispatch_task", "workspace_db", "allow");
    }

    @Test
    void keepsAnAnswerForTheProfileAlone() {
        answer("r1", "profile");

        assertThat(inbox.rules(null, "p1"))
                .singleElement()
                .extracting(PermissionRule::source)
                .isEqualTo(Source.PROFILE);
        assertThat(inbox.rules("w1", null)).isEmpty();
        assertThat(file()).doesNotExist();
        assertThat(inbox.ask(dispatch("r2")).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void au37KeepsNoExportForAProfileAndNoPlaceAtAll() {
        String export = inbox.ask(act("r1", ApprovalType.DATA_EXPORT, Map.of("domain", "x.example")))
                .id();
        String place = inbox.ask(act("r2", ApprovalType.LOCATION, Map.of())).id();

        assertThatIllegalStateException().isThrownBy(() -> inbox.answer(export, true, "ada", null, "profile"));
        assertThatIllegalStateException().isThrownBy(() -> inbox.answer(place, true, "ada", null, "workspace"));
        assertThatIllegalStateException().isThrownBy(() -> inbox.answer(place, true, "ada", null, "profile"));
        assertThat(inbox.find(export).map(Approval::state)).contains(State.PENDING);
        assertThat(inbox.answer(export, true, "ada", null, "workspace").map(Approval::state))
                .contains(State.APPROVED);
        assertThat(inbox.ask(act("r3", ApprovalType.DATA_EXPORT, Map.of("domain", "x.example")))
                        .state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void keepsADenialToo() {
        String id = inbox.ask(dispatch("r1")).id();
        inbox.answer(id, false, "ada", null, "workspace");

        assertThat(inbox.ask(dispatch("r2")).state()).isEqualTo(State.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "RUN_COMMAND, command, git push, COMMAND_PREFIX, git push",
        "WRITE, path, /tmp/x, PATH, /tmp/x",
        "EXTERNAL_SERVICE, domain, X.example, DOMAIN, x.example",
        "EXTERNAL_SERVICE, url, https://a@X.example:8080/y?z, DOMAIN, x.example",
        "EXTERNAL_SERVICE, server, jira, MCP_SERVER, jira"
    })
    void keepsTheNarrowestRule(ApprovalType type, String detail, String value, Scope scope, String pattern) {
        PermissionRule rule = KeptRule.of(act("r", type, Map.of(detail, value)), true, Source.WORKSPACE_DB);

        assertThat(rule).returns(scope, PermissionRule::scope).returns(pattern, PermissionRule::pattern);
    }

    @Test
    void refusesARuleThatIsAboutTooMuch() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        KeptRule.of(act("r", ApprovalType.WRITE, Map.of("path", "a\nb")), true, Source.WORKSPACE_DB));
        assertThatIllegalArgumentException().isThrownBy(() -> inbox.rule("w1", "p1", rule("a"), "ada"));
        assertThatIllegalArgumentException().isThrownBy(() -> inbox.rule(null, null, rule("a"), "ada"));
        assertThatIllegalArgumentException().isThrownBy(() -> inbox.rule("w1", null, rule("a".repeat(2000)), "ada"));
    }

    @Test
    void readsRulesThatSomebodyWroteAndLetsNoFileAllow() throws IOException {
        write("""
                {"rules": [
                  {"id": "m1", "effect": "deny", "scope": "tool", "pattern": "dispatch_task"},
                  {"id": "m2", "effect": "allow", "scope": "tool", "pattern": "*"},
                  {"id": "m3", "effect": "maybe", "scope": "tool", "pattern": "x"},
                  {"id": "m4", "effect": "allow", "scope": "tool", "pattern": "x", "source": "workspace_db"}
                ]}
                """);

        assertThat(inbox.rules("w1", null)).extracting(PermissionRule::id).containsExactly("m1");
        assertThat(inbox.ask(dispatch("r1")))
                .returns(State.DENIED, Approval::state)
                .satisfies(entry -> assertThat(entry.decision().rule()).isEqualTo("m1"));
        rig.filesAllow = true;
        assertThat(rig.start().rules("w1", null))
                .extracting(PermissionRule::id, PermissionRule::source)
                .containsExactly(tuple("m1", Source.WORKSPACE_MANIFEST), tuple("m2", Source.WORKSPACE_MANIFEST));
    }

    @Test
    void keepsWhatSomebodyWroteWhenItShowsItsOwn() throws IOException {
        write("{\"rules\": [{\"id\": \"m1\", \"effect\": \"ask\", \"scope\": \"tool\", \"pattern\": \"x\"}]}");

        inbox.rule("w1", null, rule("dispatch_task"), "ada");
        String id = inbox.rules("w1", null).get(0).id();
        assertThat(Files.readString(file())).contains("m1", id);
        assertThat(inbox.removeRule(id, "ada")).isTrue();

        assertThat(Files.readString(file())).contains("m1").doesNotContain(id);
        assertThat(inbox.removeRule(id, "ada")).isFalse();
        assertThat(rig.audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("permission.rule", "permission.rule.remove");
    }

    @Test
    void leavesAFileThatItCannotReadAndShowsItsRulesLater() throws IOException {
        write("no json");
        inbox.rule("w1", null, rule("dispatch_task"), "ada");
        assertThat(Files.readString(file())).isEqualTo("no json");
        Files.delete(file());

        rig.start().tidy();

        assertThat(Files.readString(file())).contains("dispatch_task");
    }

    @Test
    void putsARuleInThePlaceOfTheSame() {
        inbox.rule("w1", null, rule("x"), "ada");
        inbox.rule(
                "w1",
                null,
                new PermissionRule("n", PermissionEffect.DENY, Scope.TOOL, "x", null, Source.SESSION),
                "ben");

        assertThat(inbox.rules("w1", null))
                .singleElement()
                .extracting(PermissionRule::effect)
                .isEqualTo(PermissionEffect.DENY);
        assertThat(inbox.rules("w2", null)).isEmpty();
    }

    @Test
    void keepsNothingThatTheAuditLogDoesNotKnow() {
        rig.audit.broken = true;

        assertThatThrownBy(() -> inbox.rule("w1", null, rule("x"), "ada")).isInstanceOf(IllegalStateException.class);
        assertThat(inbox.rules("w1", null)).isEmpty();
    }

    private void answer(String request, String keep) {
        inbox.answer(inbox.ask(dispatch(request)).id(), true, "ada", null, keep);
    }

    private static PermissionRule rule(String pattern) {
        return new PermissionRule("new", PermissionEffect.ALLOW, Scope.TOOL, pattern, null, Source.WORKSPACE_DB);
    }

    private Path file() {
        return folder.resolve(".cowork/policy/permissions.json");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }
}
