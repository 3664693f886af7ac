package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.pulse.approvals.Rig.act;
import static tacit.pulse.approvals.Rig.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalListener;
import tacit.api.autonomy.ApprovalType;
import tacit.api.store.Database;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class TellingsTest {

    /** Keeps what it was told, or fails. */
    private static final class Task implements ApprovalListener {

        final List<String> told = new ArrayList<>();
        boolean broken;

        @Override
        public void answered(Approval approval) {
            if (broken) {
                throw new IllegalStateException("It is not there yet");
            }
            told.add(approval.request().id() + " " + approval.state());
        }
    }

    private Rig rig;
    private StoredApprovals inbox;
    private final Task task = new Task();

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database);
        inbox = rig.start();
    }

    private Tellings started() {
        Tellings tellings = new Tellings(rig.database, inbox);
        tellings.addListener(task);
        return tellings;
    }

    @Test
    void au35LetsATaskGoOnAfterItsAnswer() {
        answer("r1", true);
        answer("r2", false);

        assertThat(started().tell()).isFalse();

        assertThat(task.told).containsExactly("r1 APPROVED", "r2 DENIED");
    }

    @Test
    void tellsEachAnswerOnceAlsoAfterARestart() {
        answer("r1", true);
        started().tell();
        started().tell();
        answer("r2", true);
        started().tell();

        assertThat(task.told).containsExactly("r1 APPROVED", "r2 APPROVED");
    }

    @Test
    void tellsAgainWhatWasNotTakenAndLosesNothingBehindIt() {
        answer("r1", true);
        task.broken = true;
        started().tell();
        task.broken = false;
        answer("r2", true);

        started().tell();

        assertThat(task.told).containsExactlyInAnyOrder("r1 APPROVED", "r2 APPROVED");
        started().tell();
        assertThat(task.told).hasSize(2);
    }

    @Test
    void tellsThatAQuestionExpired() {
        inbox.ask(dispatch("r1"));
        rig.clock.pass(Duration.ofDays(8));
        inbox.tidy();

        started().tell();

        assertThat(task.told).containsExactly("r1 EXPIRED");
    }

    @Test
    void tellsNothingOfWhatNobodyWasAsked() {
        inbox.ask(act("r1", ApprovalType.READ, Map.of()));
        inbox.ask(dispatch("r2"));

        started().tell();

        assertThat(task.told).isEmpty();
    }

    @Test
    void tellsOnceOfAnActThatWasEarnedAndIsToBeTold() {
        for (int i = 0; i < 8; i++) {
            answer("r" + i, true);
            inbox.outcome(inbox.ask(dispatch("r" + i)).id(), true);
        }
        started().tell();
        task.told.clear();

        assertThat(inbox.ask(dispatch("told")).decision().rule()).isEqualTo(Approval.TOLD);
        inbox.ask(dispatch("told"));
        started().tell();
        started().tell();

        assertThat(task.told).containsExactly("told APPROVED");
    }

    @Test
    void tellsNobodyWhoWent() {
        Tellings tellings = started();
        tellings.removeListener(task);
        answer("r1", true);

        tellings.tell();

        assertThat(task.told).isEmpty();
    }

    @Test
    void theLoopTellsAsSoonAsItIsRung() throws Exception {
        ApprovalLoop loop = new ApprovalLoop(
                inbox, started(), rig.bell, Configurations.of(ApprovalLoop.Config.class, Map.of("period_seconds", 1)));
        loop.stop();
        answer("r1", true);

        assertThat(loop.look()).isFalse();
        assertThat(task.told).containsExactly("r1 APPROVED");
    }

    @Test
    void theLoopRefusesATimeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApprovalLoop(
                        inbox,
                        started(),
                        rig.bell,
                        Configurations.of(ApprovalLoop.Config.class, Map.of("period_seconds", 0))))
                .withMessageContaining("period.seconds");
    }

    private void answer(String request, boolean allow) {
        inbox.answer(inbox.ask(dispatch(request)).id(), allow, "ada", null, null);
    }
}
