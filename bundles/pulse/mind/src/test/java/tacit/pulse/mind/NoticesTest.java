package tacit.pulse.mind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.pulse.PulseRun;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionNotice.State;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class NoticesTest {

    @TempDir
    Path folder;

    private final Database database;
    private Rig rig;

    NoticesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        rig = new Rig(database, folder);
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "true");
        rig.settings.put("reflection.dispatchDefaults.workspace", "task");
    }

    private ReflectionNotice dispatched(String what) {
        rig.sees(ReflectionEvidence.Type.CODE_FAILURE, true, what);
        rig.desk.reflect("ops", "workspace:shop", "operator", true);
        return rig.desk.notices("ops", null, PageRequest.first(9)).rows().get(0);
    }

    @Test
    void rf80AtNightPeopleAreToldInTheMorning() {
        rig.now = Instant.parse("2026-03-02T23:30:00Z");
        ReflectionNotice notice = dispatched("the build fails");

        assertThat(notice.state()).isEqualTo(State.WAITING);
        assertThat(notice.dueAt()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
        assertThat(rig.desk.seen(notice.id(), "ada")).isFalse();
        rig.now = Instant.parse("2026-03-03T08:00:00Z");

        assertThat(rig.desk.notices("ops", State.SHOWN, PageRequest.first(9)).total())
                .isEqualTo(1);
        assertThat(rig.desk.seen(notice.id(), "ada")).isTrue();
        assertThat(rig.desk.seen(notice.id(), "ada")).isFalse();
        assertThat(rig.desk.findNotice(notice.id()).orElseThrow().state()).isEqualTo(State.SEEN);
    }

    @Test
    void rf81AQuestionIsToldAtNightToo() {
        rig.now = Instant.parse("2026-03-02T03:30:00Z");
        rig.out.answer = PulseRun.State.QUEUED;

        assertThat(dispatched("the build fails").state()).isEqualTo(State.SHOWN);
    }

    @Test
    void rf82NotTwoWithinHalfAnHour() {
        assertThat(dispatched("the build fails").state()).isEqualTo(State.SHOWN);
        rig.pass(Duration.ofMinutes(29));
        assertThat(dispatched("the tests fail")).satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(State.HELD);
            assertThat(notice.reason()).isEqualTo("less than 30 minutes after another");
        });
        rig.pass(Duration.ofMinutes(1));
        assertThat(dispatched("the docs fail").state()).isEqualTo(State.SHOWN);
    }

    @Test
    void whatIsSwitchedOffIsKeptAndNotShown() {
        rig.settings.put("reflection.notifications.completed_while_away", "false");

        assertThat(dispatched("the build fails").reason()).isEqualTo("switched off");
    }

    @Test
    void withoutQuietHoursNobodyWaits() {
        rig.settings.put("quietHours.enabled", "false");
        rig.now = Instant.parse("2026-03-02T23:30:00Z");

        assertThat(dispatched("the build fails").state()).isEqualTo(State.SHOWN);
    }

    @Test
    void whatWasDoneWithoutAQuestionIsToldOnceEach() {
        rig.toldActs.answered(act("a1", Approval.TOLD));
        rig.toldActs.answered(act("a2", Approval.TOLD));
        rig.toldActs.answered(act("a1", Approval.TOLD));
        rig.toldActs.answered(act("a3", "earned.free"));

        assertThat(rig.desk.notices("ops", null, PageRequest.first(9)).rows())
                .hasSize(2)
                .allSatisfy(notice -> {
                    assertThat(notice.state()).isEqualTo(State.SHOWN);
                    assertThat(notice.title()).isEqualTo("Done without a question: Mend the build");
                })
                .extracting(ReflectionNotice::runId)
                .containsExactly("approval:a2", "approval:a1");
    }

    @Test
    void whatWasDoneAtNightIsToldInTheMorning() {
        rig.now = Instant.parse("2026-03-02T23:30:00Z");
        rig.toldActs.answered(act("a1", Approval.TOLD));

        assertThat(rig.desk.notices("ops", State.WAITING, PageRequest.first(9)).total())
                .isEqualTo(1);
        rig.now = Instant.parse("2026-03-03T08:00:00Z");
        assertThat(rig.desk.notices("ops", State.SHOWN, PageRequest.first(9)).total())
                .isEqualTo(1);
    }

    @Test
    void countsWhatPeopleAreToldSinceAMoment() {
        rig.toldActs.answered(act("a1", Approval.TOLD));
        rig.pass(Duration.ofHours(3));
        Instant since = rig.now;
        assertThat(rig.desk.told("ops", since)).isZero();
        rig.toldActs.answered(act("a2", Approval.TOLD));
        rig.settings.put("reflection.notifications.important_action_taken", "false");
        rig.toldActs.answered(act("a3", Approval.TOLD));

        assertThat(rig.desk.told("ops", since)).isEqualTo(1);
        assertThat(rig.desk.told("ops", Rig.BEGIN)).isEqualTo(2);
        assertThat(rig.desk.told("other", Rig.BEGIN)).isZero();
    }

    private Approval act(String id, String rule) {
        ActionRequest request = new ActionRequest(
                "r-" + id,
                "ops",
                "shop",
                null,
                "workspace:shop",
                ApprovalType.DISPATCH,
                "dispatch_task",
                "Mend the build",
                Map.of(),
                null,
                List.of());
        return new Approval(
                id,
                request,
                new PermissionDecision(PermissionEffect.ALLOW, "earned", rule, "9 of 9 went well", List.of()),
                Approval.State.APPROVED,
                "policy",
                null,
                null,
                rig.now,
                rig.now,
                null);
    }

    @Test
    void suggestionsShowThemselves() {
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "false");
        rig.sees(ReflectionEvidence.Type.CODE_FAILURE, true, "the build fails");
        rig.reflect();

        assertThat(rig.desk.notices("ops", null, PageRequest.first(9)).rows()).isEmpty();
    }
}
