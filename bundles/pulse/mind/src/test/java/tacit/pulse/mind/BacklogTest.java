package tacit.pulse.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.execute.Execution;
import tacit.api.pulse.PulseRun;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionBacklog.State;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.Suggestion;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.pulse.mind.store.PastRows;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class BacklogTest {

    @TempDir
    Path folder;

    private final Database database;
    private Rig rig;

    BacklogTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        rig = new Rig(database, folder);
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "true");
        rig.settings.put("reflection.dispatchDefaults.workspace", "task");
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
    }

    private ReflectionBacklog point() {
        return rig.desk.backlog("ops", null, PageRequest.first(9)).rows().get(0);
    }

    private List<ReflectionPast> past() {
        return database.read(session -> new PastRows(session).of("ops", 10));
    }

    @Test
    void rf70APointIsDoneWhenItsWorkSucceeded() {
        rig.reflect();
        assertThat(point().state()).isEqualTo(State.DISPATCHED);

        rig.closing.ended(rig.out.ended("d1", Execution.State.SUCCEEDED, null));
        rig.closing.ended(rig.out.ended("d1", Execution.State.SUCCEEDED, null));
        rig.closing.ended(rig.out.ended("d1", Execution.State.FAILED, null));

        assertThat(point().state()).isEqualTo(State.DONE);
        assertThat(past()).singleElement().satisfies(one -> {
            assertThat(one.good()).isTrue();
            assertThat(one.source()).isEqualTo("execution");
        });
        assertThat(rig.desk.targets("ops"))
                .anySatisfy(target -> assertThat(target.last().dispatchStatus()).isEqualTo("succeeded"));
    }

    @Test
    void rf71APointIsOpenAgainWhenItsWorkFailed() {
        rig.reflect();

        rig.closing.ended(rig.out.ended("d1", Execution.State.FAILED, null));

        assertThat(point().state()).isEqualTo(State.OPEN);
        assertThat(past()).singleElement().satisfies(one -> assertThat(one.good())
                .isFalse());
    }

    @Test
    void whatOthersStartedOrSomebodyStoppedTeachesNothing() {
        rig.reflect();

        rig.closing.ended(rig.out.ended("d1", Execution.State.SUCCEEDED, "heartbeat"));
        assertThat(point().state()).isEqualTo(State.DISPATCHED);
        rig.closing.ended(rig.out.ended("d1", Execution.State.CANCELLED, null));

        assertThat(point().state()).isEqualTo(State.OPEN);
        assertThat(past()).isEmpty();
    }

    @Test
    void workThatEndedWithoutAWordIsFoundByTheNextLook() {
        rig.reflect();
        rig.out.runs.replaceAll((key, run) -> rig.out.run(run.id(), PulseRun.State.COMPLETED));

        rig.upkeep.look();

        assertThat(point().state()).isEqualTo(State.DONE);
    }

    @Test
    void rf72AnswersOfPeopleCloseWhatWasSuggested() {
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "false");
        rig.reflect();
        rig.out.answers("s1", Suggestion.State.ACTED);

        assertThat(point().state()).isEqualTo(State.DONE);
        assertThat(past()).singleElement().satisfies(one -> assertThat(one.source())
                .isEqualTo("response"));
    }

    @Test
    void rf73APointThatIsUnderWayIsNotBegunAgain() {
        rig.reflect();
        rig.pass(Duration.ofDays(2));
        rig.sees(ReflectionEvidence.Type.LEARNING, false, "nothing to do with it");

        rig.reflect();

        assertThat(rig.out.orders).hasSize(1);
    }

    @Test
    void peopleRejectAPointOnce() {
        rig.out.refused = "cooldown";
        rig.reflect();

        assertThat(rig.desk.rejectBacklog(point().id(), "ada", "no")).isTrue();
        assertThat(point().state()).isEqualTo(State.REJECTED);
        assertThatIllegalStateException().isThrownBy(() -> rig.desk.rejectBacklog(point().id(), "ada", "no"));
        assertThat(rig.desk.rejectBacklog("none", "ada", "no")).isFalse();
    }
}
