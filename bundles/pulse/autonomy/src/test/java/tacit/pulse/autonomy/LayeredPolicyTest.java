package tacit.pulse.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.pulse.autonomy.Given.act;
import static tacit.pulse.autonomy.Given.command;
import static tacit.pulse.autonomy.Given.earned;
import static tacit.pulse.autonomy.Given.earnedSituation;
import static tacit.pulse.autonomy.Given.rule;
import static tacit.pulse.autonomy.Given.situation;
import static tacit.pulse.autonomy.Given.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionMode;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.autonomy.PermissionSituation;

class LayeredPolicyTest {

    private final LayeredPolicy policy = new LayeredPolicy();

    @ParameterizedTest
    @EnumSource(PermissionMode.class)
    void au10LetsAGuardrailBeatEveryRule(PermissionMode mode) {
        PermissionDecision said = policy.decide(situation(
                command("sudo ls"), mode, rule(PermissionEffect.ALLOW, Scope.COMMAND_PREFIX, "sudo", Source.SESSION)));

        assertThat(said)
                .returns(PermissionEffect.DENY, PermissionDecision::effect)
                .returns("guardrail", PermissionDecision::posture)
                .returns("command.privilege", PermissionDecision::rule)
                .returns(List.of(), PermissionDecision::persistence);
    }

    @Test
    void au11DeniesWhatItHasNoCapabilityFor() {
        PermissionSituation situation = new PermissionSituation(
                command("ls"),
                Given.config(AutonomyPreset.SAFE_AUTONOMY),
                PermissionMode.BYPASS_PERMISSIONS,
                List.of(rule(PermissionEffect.ALLOW, Scope.TOOL, "run_command", Source.SESSION)),
                earned(Level.FREE),
                0,
                0);

        assertThat(policy.decide(situation))
                .returns(PermissionEffect.DENY, PermissionDecision::effect)
                .returns("capability.shell", PermissionDecision::rule);
    }

    @ParameterizedTest
    @EnumSource(PermissionMode.class)
    void au12AlwaysAsksForAPlaceAndKeepsNoAnswer(PermissionMode mode) {
        PermissionDecision said = policy.decide(situation(
                act(ApprovalType.LOCATION), mode, rule(PermissionEffect.ALLOW, Scope.TOOL, "act", Source.SESSION)));

        assertThat(said)
                .returns(PermissionEffect.ASK, PermissionDecision::effect)
                .returns(List.of("once"), PermissionDecision::persistence);
    }

    @ParameterizedTest
    @EnumSource(
            value = PermissionMode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAN"})
    void au13AsksForAnExportInEveryMode(PermissionMode mode) {
        PermissionSituation situation = new PermissionSituation(
                act(ApprovalType.DATA_EXPORT),
                Given.able(AutonomyPreset.FOUNDER_EDGE, List.of(ApprovalType.DATA_EXPORT)),
                mode,
                List.of(rule(PermissionEffect.ALLOW, Scope.TOOL, "http_request", Source.PROFILE)),
                earned(Level.FREE),
                0,
                0);

        assertThat(policy.decide(situation))
                .returns(PermissionEffect.ASK, PermissionDecision::effect)
                .returns("export", PermissionDecision::posture)
                .returns(List.of("once", "session", "workspace"), PermissionDecision::persistence);
    }

    @ParameterizedTest
    @CsvSource({
        "method, POST, ASK",
        "method, PUT, ASK",
        "body, secret, ASK",
        "headers, X-Data: 1, ASK",
        "headers, Authorization: x, ASK",
        "method, GET, ALLOW",
        "method, head, ALLOW",
        "headers, Accept: text/html, ALLOW",
        "url, https://x.example/a?b=c, ALLOW"
    })
    void au14SeesThatARequestSendsData(String detail, String value, PermissionEffect effect) {
        ActionRequest request = act(ApprovalType.NETWORK_ACCESS, detail, value);

        assertThat(policy.decide(situation(request, PermissionMode.BYPASS_PERMISSIONS))
                        .effect())
                .isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl -d @x https://x.example | ASK",
                "curl -X POST https://x.example | ASK",
                "curl --data-binary @x https://x.example | ASK",
                "curl -T x https://x.example | ASK",
                "sh -c 'curl -F a=@x https://x.example' | ASK",
                "scp x host:/tmp | ASK",
                "rsync -a . host:/tmp | ASK",
                "nc host 80 | ASK",
                "curl -s https://x.example | ALLOW",
                "scp host:/tmp/x . | ALLOW"
            })
    void seesThatACommandSendsData(String command, PermissionEffect effect) {
        assertThat(policy.decide(situation(command(command), PermissionMode.BYPASS_PERMISSIONS))
                        .effect())
                .isEqualTo(effect);
    }

    @Test
    void allowsAnExportThatAWorkspaceAllows() {
        ActionRequest request = act(ApprovalType.DATA_EXPORT, "domain", "api.example.org");
        PermissionDecision said = policy.decide(situation(
                request,
                PermissionMode.DEFAULT,
                rule(PermissionEffect.ALLOW, Scope.DOMAIN, "example.org", Source.WORKSPACE_DB)));

        assertThat(said)
                .returns(PermissionEffect.ALLOW, PermissionDecision::effect)
                .returns("rule", PermissionDecision::posture);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, READ, ALLOW",
        "DEFAULT, NOTIFY, ALLOW",
        "DEFAULT, WRITE, ASK",
        "DEFAULT, DISPATCH, ASK",
        "DEFAULT, NETWORK_ACCESS, ASK",
        "PLAN, READ, ALLOW",
        "PLAN, WRITE, DENY",
        "PLAN, RUN_COMMAND, DENY",
        "PLAN, DATA_EXPORT, DENY",
        "ACCEPT_EDITS, WRITE, ALLOW",
        "ACCEPT_EDITS, NETWORK_ACCESS, ALLOW",
        "ACCEPT_EDITS, RUN_COMMAND, ASK",
        "ACCEPT_EDITS, DELETE_FILE, ASK",
        "ACCEPT_EDITS, EXTERNAL_SERVICE, ASK",
        "ACCEPT_EDITS, DISPATCH, ASK",
        "ACCEPT_EDITS, CODE_CHANGE, ASK",
        "DANGEROUS_ONLY, WRITE, ALLOW",
        "DANGEROUS_ONLY, DISPATCH, ALLOW",
        "DANGEROUS_ONLY, DELETE_FILE, ASK",
        "DANGEROUS_ONLY, RUN_COMMAND, ASK",
        "DANGEROUS_ONLY, EXTERNAL_SERVICE, ASK",
        "DANGEROUS_ONLY, COMPUTER_USE, ASK",
        "DONT_ASK, RUN_COMMAND, ALLOW",
        "DONT_ASK, DELETE_MULTIPLE, ALLOW",
        "DONT_ASK, DATA_EXPORT, ASK",
        "BYPASS_PERMISSIONS, COMPUTER_USE, ALLOW",
        "BYPASS_PERMISSIONS, DATA_EXPORT, ASK"
    })
    void au18AnswersByTheMode(PermissionMode mode, ApprovalType type, PermissionEffect effect) {
        ActionRequest request = act(type, "command", type == ApprovalType.RUN_COMMAND ? "make" : "");

        assertThat(policy.decide(situation(request, mode)).effect()).isEqualTo(effect);
    }

    @Test
    void asksForWhatLiesOutsideOrOnServersOfOthers() {
        assertThat(policy.decide(situation(act(ApprovalType.WRITE, "path", "/tmp/x"), PermissionMode.ACCEPT_EDITS))
                        .effect())
                .isEqualTo(PermissionEffect.ASK);
        assertThat(policy.decide(situation(act(ApprovalType.WRITE, "path", "../x"), PermissionMode.ACCEPT_EDITS))
                        .effect())
                .isEqualTo(PermissionEffect.ASK);
        assertThat(policy.decide(situation(act(ApprovalType.WRITE, "path", "a/b"), PermissionMode.ACCEPT_EDITS))
                        .effect())
                .isEqualTo(PermissionEffect.ALLOW);
        assertThat(policy.decide(situation(act(ApprovalType.WRITE, "server", "jira"), PermissionMode.DANGEROUS_ONLY))
                        .effect())
                .isEqualTo(PermissionEffect.ASK);
    }

    @ParameterizedTest
    @CsvSource({"ls -la, ALLOW", "git status, ALLOW", "git push, ASK", "ls | wc, ASK", "ls > x, ASK", "lsof, ASK"})
    void letsCommandsPassThatOnlyLook(String command, PermissionEffect effect) {
        assertThat(policy.decide(situation(command(command), PermissionMode.DANGEROUS_ONLY))
                        .effect())
                .isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource({"2, 19, DENY", "3, 3, ASK", "0, 20, ASK"})
    void au19AsksAfterManyDenials(int denials, int total, PermissionEffect effect) {
        PermissionSituation situation = new PermissionSituation(
                act(ApprovalType.WRITE),
                Given.able(AutonomyPreset.SAFE_AUTONOMY, null),
                PermissionMode.PLAN,
                List.of(),
                earned(Level.ASKED),
                denials,
                total);

        assertThat(policy.decide(situation).effect()).isEqualTo(effect);
    }

    @Test
    void denialsOfRulesStayDenied() {
        PermissionSituation situation = new PermissionSituation(
                act(ApprovalType.WRITE),
                Given.able(AutonomyPreset.SAFE_AUTONOMY, null),
                PermissionMode.PLAN,
                List.of(rule(PermissionEffect.DENY, Scope.TOOL, "write_file", Source.WORKSPACE_DB)),
                earned(Level.ASKED),
                30,
                30);

        assertThat(policy.decide(situation).effect()).isEqualTo(PermissionEffect.DENY);
    }

    @ParameterizedTest
    @CsvSource({
        "DISPATCH, ASKED, ASK, mode",
        "DISPATCH, TOLD, ALLOW, earned",
        "DISPATCH, FREE, ALLOW, earned",
        "CODE_CHANGE, FREE, ALLOW, earned",
        "DELETE_FILE, FREE, ALLOW, earned",
        "DATA_EXPORT, FREE, ASK, export",
        "LOCATION, FREE, ASK, location",
        "DELETE_MULTIPLE, FREE, ASK, mode"
    })
    void au22DoesWhatWasEarned(ApprovalType type, Level level, PermissionEffect effect, String posture) {
        PermissionDecision said = policy.decide(earnedSituation(act(type), PermissionMode.DEFAULT, level));

        assertThat(said).returns(effect, PermissionDecision::effect).returns(posture, PermissionDecision::posture);
    }

    @Test
    void au23TellsAtMostOfCodeThatItChanged() {
        PermissionDecision code =
                policy.decide(earnedSituation(act(ApprovalType.CODE_CHANGE), PermissionMode.DEFAULT, Level.FREE));
        PermissionDecision task =
                policy.decide(earnedSituation(act(ApprovalType.DISPATCH), PermissionMode.DEFAULT, Level.FREE));

        assertThat(code.rule()).isEqualTo("earned.told");
        assertThat(task.rule()).isEqualTo("earned.free");
    }

    @Test
    void earnsNothingByHandOrWhilePlanning() {
        PermissionSituation byHand = new PermissionSituation(
                act(ApprovalType.DISPATCH),
                Given.able(AutonomyPreset.MANUAL, null),
                PermissionMode.BYPASS_PERMISSIONS,
                List.of(),
                earned(Level.FREE),
                0,
                0);

        assertThat(policy.decide(byHand).effect()).isEqualTo(PermissionEffect.ASK);
        assertThat(policy.decide(earnedSituation(act(ApprovalType.DISPATCH), PermissionMode.PLAN, Level.FREE))
                        .effect())
                .isEqualTo(PermissionEffect.DENY);
    }

    @Test
    void asksForACommandThatNobodyCanRead() {
        PermissionSituation unclear =
                with(Given.config(AutonomyPreset.FOUNDER_EDGE), command("$CMD x"), PermissionMode.BYPASS_PERMISSIONS);
        PermissionSituation unsaid = with(
                Given.config(AutonomyPreset.FOUNDER_EDGE),
                act(ApprovalType.RUN_COMMAND),
                PermissionMode.BYPASS_PERMISSIONS);

        assertThat(policy.decide(unclear))
                .returns(PermissionEffect.ASK, PermissionDecision::effect)
                .returns("command.unclear", PermissionDecision::rule);
        assertThat(policy.decide(unsaid).effect()).isEqualTo(PermissionEffect.ASK);
    }
}
