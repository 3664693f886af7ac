package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.pulse.approvals.Rig.act;
import static tacit.pulse.approvals.Rig.allowed;
import static tacit.pulse.approvals.Rig.dispatch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approval.State;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class MeasuringTest {

    private Rig rig;
    private StoredApprovals inbox;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database);
        inbox = rig.start();
    }

    @Test
    void au26IsAskedLessForWhatGoesWell() {
        work(0, 8, true);
        Approval told = inbox.ask(dispatch("told"));
        work(8, 20, true);
        Approval free = inbox.ask(dispatch("free"));

        assertThat(told.decision().rule()).isEqualTo("earned.told");
        assertThat(free.decision().rule()).isEqualTo("earned.free");
        assertThat(free.state()).isEqualTo(State.APPROVED);
        assertThat(level()).isEqualTo(Level.FREE);
    }

    @Test
    void au27IsAskedAgainAfterFailures() {
        work(0, 20, true);
        work(20, 22, false);

        Approval asked = inbox.ask(dispatch("after"));

        assertThat(asked.state()).isEqualTo(State.PENDING);
        assertThat(level()).isEqualTo(Level.ASKED);
        work(22, 30, true);
        assertThat(level()).isEqualTo(Level.ASKED);
        work(30, 32, true);
        assertThat(level()).isEqualTo(Level.TOLD);
    }

    @Test
    void earnsForOneTargetAndActionAlone() {
        work(0, 20, true);

        Approval other = inbox.ask(act("other", ApprovalType.EXTERNAL_SERVICE, Map.of()));

        assertThat(other.state()).isNotEqualTo(State.APPROVED);
        assertThat(inbox.earned("p1")).hasSize(1);
        assertThat(inbox.earned("p2")).isEmpty();
        assertThat(inbox.earned(null)).hasSize(1);
    }

    @Test
    void au28NeverEarnsMoreThanItsKindAllows() {
        for (int i = 0; i < 30; i++) {
            code("c" + i);
        }

        assertThat(level()).isEqualTo(Level.TOLD);
        assertThat(inbox.ask(act("export", ApprovalType.DATA_EXPORT, Map.of())).state())
                .isEqualTo(State.PENDING);
    }

    private void code(String id) {
        Approval asked = inbox.ask(act(id, ApprovalType.CODE_CHANGE, Map.of()));
        if (asked.state() == State.PENDING) {
            inbox.answer(asked.id(), true, "ada", null, null);
        }
        inbox.outcome(asked.id(), true);
    }

    @Test
    void takesBackWhatWasEarned() {
        work(0, 20, true);

        inbox.demote("p1", "workspace:w1", "dispatch_task", "ada", "too many");
        inbox.demote("p1", "workspace:w9", "dispatch_task", "ada", "nothing there");

        assertThat(inbox.earned("p1")).singleElement().satisfies(earned -> {
            assertThat(earned.level()).isEqualTo(Level.ASKED);
            assertThat(earned.reason()).isEqualTo("Taken back by ada: too many");
        });
        assertThat(rig.audit.entries).extracting(AuditEntry::action).contains("autonomy.demote");
        assertThat(inbox.ask(dispatch("after")).state()).isEqualTo(State.PENDING);
    }

    @Test
    void au29HoldsAPolicyThatGivesTooMuch() {
        rig.policy = new GreedyPolicy();
        inbox = rig.start();

        work(0, 3, true);
        assertThat(level()).isEqualTo(Level.ASKED);
        work(3, 5, true);
        assertThat(level()).isEqualTo(Level.TOLD);
        inbox.outcome(allowed(inbox, "bad").id(), false);

        assertThat(level()).isEqualTo(Level.ASKED);
    }

    @Test
    void losesNoOutcomeOfMany() throws Exception {
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(i -> allowed(inbox, "r" + i).id())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tellings = ids.stream()
                    .<Callable<Boolean>>map(id -> () -> {
                        inbox.outcome(id, true);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> telling : threads.invokeAll(tellings)) {
                telling.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(inbox.earned("p1"))
                .singleElement()
                .extracting(EarnedAutonomy::successes)
                .isEqualTo(12);
    }

    private void work(int from, int to, boolean success) {
        for (int i = from; i < to; i++) {
            inbox.outcome(allowed(inbox, "work" + i).id(), success);
        }
    }

    private Level level() {
        return inbox.earned("p1").get(0).level();
    }
}
