package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.pulse.approvals.Rig.act;
import static tacit.pulse.approvals.Rig.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approval.State;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.HeardEvents;

@EachDatabase
class StoredApprovalsTest {

    private static final PageRequest PAGE = PageRequest.first(10);

    private Rig rig;
    private StoredApprovals inbox;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database);
        inbox = rig.start();
    }

    @Test
    void keepsWhatWaits() {
        Approval asked = inbox.ask(dispatch("r1"));

        assertThat(asked.state()).isEqualTo(State.PENDING);
        assertThat(asked.answeredBy()).isNull();
        assertThat(asked.expiresAt()).isEqualTo(rig.clock.instant().plus(Duration.ofDays(7)));
        assertThat(rig.start().find(asked.id())).contains(asked);
        assertThat(inbox.list(null, State.PENDING, null, PAGE).rows()).containsExactly(asked);
    }

    @Test
    void recordsPostureAndRuleOfWhatIsNotAsked() {
        Approval read = inbox.ask(act("r1", ApprovalType.READ, Map.of("path", "a")));
        Approval sudo = inbox.ask(act("r2", ApprovalType.WRITE, Map.of("command", "sudo ls")));

        assertThat(read).returns(State.APPROVED, Approval::state).returns("policy", Approval::answeredBy);
        assertThat(read.decision().rule()).isEqualTo("mode.accept_edits");
        assertThat(sudo.state()).isEqualTo(State.DENIED);
        assertThat(sudo.decision())
                .returns("guardrail", PermissionDecision::posture)
                .returns("command.privilege", PermissionDecision::rule);
    }

    @Test
    void answersTheSameRequestOnce() {
        Approval first = inbox.ask(dispatch("r1"));
        inbox.answer(first.id(), true, "ada", null, null);

        Approval again = rig.start().ask(dispatch("r1"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state()).isEqualTo(State.APPROVED);
        assertThat(inbox.list(null, null, null, PAGE).total()).isEqualTo(1);
    }

    @Test
    void tellsOfWhatWaits() {
        HeardEvents events = new HeardEvents();
        inbox.events = events;

        Approval asked = inbox.ask(dispatch("r1"));

        assertThat(events.lines())
                .singleElement()
                .asString()
                .startsWith("approval.waiting " + asked.id() + " {profile=");
    }

    @Test
    void refusesTheIdOfAnotherAct() {
        inbox.ask(dispatch("r1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> inbox.ask(act("r1", ApprovalType.WRITE, Map.of())))
                .withMessageContaining("another act");
    }

    @Test
    void writesTheAuditLogBeforeAnAnswerCounts() {
        Approval asked = inbox.ask(dispatch("r1"));
        rig.audit.broken = true;

        assertThatThrownBy(() -> inbox.answer(asked.id(), true, "ada", null, null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inbox.find(asked.id()).map(Approval::state)).contains(State.PENDING);
    }

    @Test
    void tellsWhoAnsweredAndWhy() {
        Approval asked = inbox.ask(dispatch("r1"));

        Approval answered =
                inbox.answer(asked.id(), false, "ada", "not today", null).orElseThrow();

        assertThat(answered)
                .returns(State.DENIED, Approval::state)
                .returns("ada", Approval::answeredBy)
                .returns("not today", Approval::note)
                .returns(rig.clock.instant(), Approval::answeredAt);
        assertThat(rig.audit.entries).extracting(AuditEntry::action).containsExactly("approval.deny");
        assertThat(inbox.answer("ap-unknown", true, "ada", null, null)).isEmpty();
    }

    @Test
    void au34LetsAQuestionLiveForDaysAndTellsWhenItIsOver() {
        Approval asked = inbox.ask(dispatch("r1"));
        rig.clock.pass(Duration.ofMinutes(6));
        inbox.tidy();
        assertThat(inbox.find(asked.id()).map(Approval::state)).contains(State.PENDING);

        rig.clock.pass(Duration.ofDays(7));
        inbox.tidy();

        assertThat(inbox.find(asked.id()).orElseThrow())
                .returns(State.EXPIRED, Approval::state)
                .returns("expiry", Approval::answeredBy);
    }

    @Test
    void neverExpiresWhereAnOperatorSaysSo() {
        rig.hours = 0;
        Approval asked = rig.start().ask(dispatch("r1"));
        rig.clock.pass(Duration.ofDays(4000));
        inbox.tidy();

        assertThat(asked.expiresAt()).isNull();
        assertThat(inbox.find(asked.id()).map(Approval::state)).contains(State.PENDING);
    }

    @Test
    void refusesAnAnswerThatComesTooLate() {
        Approval asked = inbox.ask(dispatch("r1"));
        rig.clock.pass(Duration.ofDays(8));

        assertThatIllegalStateException()
                .isThrownBy(() -> inbox.answer(asked.id(), true, "ada", null, null))
                .withMessageContaining("expired");
    }

    @Test
    void keepsNoSecretAndNoMoreThanItNeeds() {
        Approval asked = inbox.ask(act(
                "r1",
                ApprovalType.DATA_EXPORT,
                Map.of(
                        "api_key",
                        "abc",
                        "url",
                        "https://x.example/?token=ghp_0123456789abcdefghijklmnopqrstuvwxyzAB",
                        "body",
                        "b".repeat(5000))));

        assertThat(asked.request().details().get("api_key")).isEqualTo("[secret]");
        assertThat(asked.request().details().get("url")).doesNotContain("ghp_0123456789");
        assertThat(asked.request().details().get("body")).hasSize(1000);
    }

    @Test
    void refusesWhatNobodyCouldRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inbox.ask(act("r1", ApprovalType.RUN_COMMAND, Map.of("command", "x ".repeat(5000)))));
        assertThatIllegalArgumentException().isThrownBy(() -> inbox.ask(dispatch("x".repeat(300))));
        assertThat(inbox.list(null, null, null, PAGE).total()).isZero();
    }

    @Test
    void showsEachWorkspaceAndUserTheirOwn() {
        inbox.ask(dispatch("r1"));
        inbox.ask(of("r2", "w2", "ada"));
        inbox.ask(of("r3", "w2", "ben"));

        assertThat(ids(Scope.ofWorkspace("w1"))).containsExactly("r1");
        assertThat(ids(Scope.ofWorkspace("w2"))).containsExactly("r3", "r2");
        assertThat(ids(new Scope("w2", "ada"))).containsExactly("r2");
        assertThat(ids(null)).hasSize(3);
        assertThat(inbox.list(null, null, "p2", PAGE).total()).isEqualTo(2);
    }

    private List<String> ids(Scope scope) {
        return inbox.list(scope, null, null, PAGE).rows().stream()
                .map(approval -> approval.request().id())
                .toList();
    }

    private static ActionRequest of(String id, String workspace, String user) {
        return new ActionRequest(
                id, "p2", workspace, user, "t", ApprovalType.DISPATCH, "a", "s", Map.of(), null, List.of());
    }

    @Test
    void asksAgainAfterManyDenials() {
        rig.settings.set.put("autonomy.mode", "plan");
        for (int i = 0; i < 3; i++) {
            assertThat(inbox.ask(dispatch("r" + i)).state()).isEqualTo(State.DENIED);
        }

        Approval fourth = inbox.ask(dispatch("r4"));

        assertThat(fourth.state()).isEqualTo(State.PENDING);
        assertThat(fourth.decision().rule()).isEqualTo("denials.consecutive");
    }

    @Test
    void tellsWhatAProfileMayDo() {
        rig.settings.set.put("autonomy.preset", "manual");
        rig.settings.set.put("autonomy.autoApprove", "");
        rig.settings.set.put("autonomy.capabilities", "read, write");

        AgentConfig config = inbox.config("p1");

        assertThat(config.autonomousMode()).isFalse();
        assertThat(config.autoApproveTypes()).isEmpty();
        assertThat(config.capabilities()).containsExactly(Capability.READ, Capability.WRITE);
        assertThatIllegalArgumentException().isThrownBy(() -> inbox.config("p9"));
    }

    @Test
    void asksSomebodyWhereNoPolicyAnswers() {
        rig.policy = new BrokenPolicy();

        Approval asked = rig.start().ask(dispatch("r1"));

        assertThat(asked.decision())
                .returns(PermissionEffect.ASK, PermissionDecision::effect)
                .returns("policy.missing", PermissionDecision::rule);
    }
}
