package tacit.pulse.mind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void suggestionsShowThemselves() {
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "false");
        rig.sees(ReflectionEvidence.Type.CODE_FAILURE, true, "the build fails");
        rig.reflect();

        assertThat(rig.desk.notices("ops", null, PageRequest.first(9)).rows()).isEmpty();
    }
}
