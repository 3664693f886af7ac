package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.pulse.approvals.Rig.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approval.State;
import tacit.api.autonomy.ApprovalType;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

/** Every transition that there is, and every other one refused: by the inbox, by the statement, and by the table. */
@EachDatabase
class ApprovalStatesTest {

    private Rig rig;
    private StoredApprovals inbox;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database);
        inbox = rig.start();
    }

    @Test
    void au33LeavesPendingInThreeWays() {
        assertThat(in(State.APPROVED)).isEqualTo(State.APPROVED);
        assertThat(in(State.DENIED)).isEqualTo(State.DENIED);
        assertThat(in(State.EXPIRED)).isEqualTo(State.EXPIRED);
    }

    @Test
    void au33RefusesEveryOtherTransition() {
        for (State from : List.of(State.APPROVED, State.DENIED, State.EXPIRED)) {
            in(from);
            String id = id(from);
            for (State to : State.values()) {
                assertThat(settled(id, to)).as(from + " to " + to).isFalse();
            }
            for (boolean allow : List.of(true, false)) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> inbox.answer(id, allow, "ben", null, null))
                        .withMessageContaining("Cannot answer");
            }
            rig.clock.pass(Duration.ofDays(30));
            inbox.tidy();
            assertThat(inbox.find(id).map(Approval::state)).contains(from);
        }
    }

    @Test
    void theTableRefusesWhatNoStateMayBe() {
        inbox.ask(dispatch("r1"));
        for (String set : List.of(
                "state = 'OPEN'",
                "state = 'APPROVED'",
                "answered_by = 'ada'",
                "answered_at = 1",
                "effect = 'ALLOW'",
                "effect = 'DENY'",
                "outcome = 'succeeded'",
                "effect = 'MAYBE'")) {
            assertThatThrownBy(() -> update("SET " + set)).as(set).isInstanceOf(StoreException.class);
        }
        in(State.DENIED);
        assertThatThrownBy(() -> update("SET outcome = 'succeeded' WHERE state = 'DENIED'"))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void whatAGuardrailDeniedIsNeverApproved() {
        Approval denied =
                inbox.ask(Rig.act("r1", ApprovalType.WRITE, Map.of("path", ".cowork/policy/permissions.json")));

        assertThat(denied.state()).isEqualTo(State.DENIED);
        assertThatThrownBy(() -> update("SET state = 'APPROVED'")).isInstanceOf(StoreException.class);
    }

    @Test
    void tellsAnOutcomeOnlyOfWhatWasApprovedAndOnce() {
        for (State state : List.of(State.DENIED, State.EXPIRED, State.APPROVED)) {
            in(state);
            inbox.outcome(id(state), true);
            inbox.outcome(id(state), false);
            assertThat(inbox.find(id(state)).map(Approval::outcome))
                    .isEqualTo(state == State.APPROVED ? Optional.of("succeeded") : Optional.empty());
        }
        inbox.outcome("ap-unknown", true);
        assertThat(inbox.earned("p1")).singleElement().satisfies(earned -> assertThat(earned.successes())
                .isEqualTo(1));
    }

    @Test
    void takesBackOnlyWhatIsPending() {
        in(State.PENDING);
        String pending = id(State.PENDING);
        assertThat(inbox.withdraw(pending, "It ended")).isTrue();
        assertThat(inbox.find(pending).orElseThrow())
                .returns(State.EXPIRED, Approval::state)
                .returns("withdrawal", Approval::answeredBy)
                .returns("It ended", Approval::note);

        assertThat(inbox.withdraw(pending, "again")).isFalse();
        assertThat(inbox.withdraw("ap-unknown", "no")).isFalse();
        for (State state : List.of(State.APPROVED, State.DENIED)) {
            in(state);
            assertThat(inbox.withdraw(id(state), "no")).isFalse();
            assertThat(inbox.find(id(state)).map(Approval::state)).contains(state);
        }
    }

    @Test
    void oneOfManyAnswersCounts() throws Exception {
        Approval asked = inbox.ask(dispatch("r1"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> answers = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> answered(asked.id(), i % 2 == 0, "user" + i))
                    .toList();
            int won = 0;
            for (Future<Boolean> answer : threads.invokeAll(answers)) {
                won += answer.get() ? 1 : 0;
            }

            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean answered(String id, boolean allow, String by) {
        try {
            return inbox.answer(id, allow, by, null, null).isPresent();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private State in(State state) {
        Approval asked = inbox.ask(dispatch("request-" + state));
        switch (state) {
            case PENDING -> {}
            case APPROVED, DENIED -> inbox.answer(asked.id(), state == State.APPROVED, "ada", null, null);
            case EXPIRED -> {
                rig.clock.pass(Duration.ofDays(8));
                inbox.tidy();
            }
        }
        return inbox.find(asked.id()).orElseThrow().state();
    }

    private String id(State state) {
        return inbox.ask(dispatch("request-" + state)).id();
    }

    private boolean settled(String id, State to) {
        return rig.database.write(
                session -> new EntryRows(session).settle(id, to, "ben", null, null, rig.clock.instant()));
    }

    private void update(String set) {
        rig.database.write(session -> session.update("UPDATE approval_entries " + set));
    }
}
