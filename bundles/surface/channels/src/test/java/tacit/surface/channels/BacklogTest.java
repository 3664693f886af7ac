package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.channel.OpenMessage;
import tacit.api.channel.OpenMessage.State;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;

/** What waits for an answer is bounded, what failed is bounded apart, and what is kept holds nobody up. */
@EachDatabase
class BacklogTest {

    private static final String BODY = "{\"text\":\"Hello\",\"user\":\"ada\"}";

    private Rig rig;
    private FakeAgent agent;

    @BeforeEach
    void open(TestDatabase database) {
        rig = new Rig(database);
        agent = new FakeAgent();
        start();
    }

    private void start() {
        rig.with(Rig.webhook()).with(agent).with(Rig.account(Map.of("backlog", 2, "failed", 2, "attempts", 1)));
    }

    private String taken(String delivery) {
        return rig.deliver(delivery, BODY).get(0).id();
    }

    private String kept(String delivery) {
        rig.known.removeAgent(agent);
        String id = taken(delivery);
        rig.clock.pass(Duration.ofMinutes(1));
        rig.advance();
        rig.with(agent);
        return id;
    }

    private String failed(String delivery) {
        agent.answers = turn -> {
            throw new IllegalStateException("it answered 500");
        };
        String id = taken(delivery);
        rig.advance();
        return id;
    }

    @Test
    void refusesWhatIsMoreThanMayWait() {
        taken("d1");
        taken("d2");

        assertThatThrownBy(() -> taken("d3"))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.why()).isEqualTo(Refused.Why.LATER))
                .hasMessage("Too many messages wait to be answered");
    }

    @Test
    void takesMessagesForEverWithoutAnAgent() {
        for (int message = 0; message < 10; message++) {
            kept("d" + message);
        }

        assertThat(rig.status().counts().kept()).isEqualTo(10);
        assertThat(rig.inbox.open("default")).isEmpty();
        taken("d10");
        assertThat(rig.trace(rig.inbox.open("default").get(0).ticket().id()).spans())
                .isNotEmpty();
    }

    @Test
    void refusesMoreWhenTooManyFailedUntilAnOperatorActs() {
        String first = failed("d1");
        String second = failed("d2");

        assertThatThrownBy(() -> taken("d3")).hasMessage("Too many messages failed, and wait to be retried or dropped");
        assertThat(rig.status().lastError()).contains("Too many messages failed");
        rig.channels.drop(first, "operator");
        taken("d3");

        assertThat(rig.channels.open("webhook", 10))
                .extracting(OpenMessage::id, OpenMessage::state)
                .contains(org.assertj.core.groups.Tuple.tuple(second, State.FAILED));
    }

    @Test
    void dropsAMessageForGoodAndKeepsItsTrace() {
        String id = failed("d1");
        rig.channels.drop(id, "operator");

        assertThat(rig.deliver("d1", BODY)).allMatch(Intake.Taken::duplicate);
        assertThat(rig.status().counts().failed()).isZero();
        assertThat(rig.status().counts().done()).isEqualTo(1);
        assertThat(rig.trace(id).trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(rig.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("channel.drop");
            assertThat(entry.subject()).isEqualTo(id);
        });
        assertThatThrownBy(() -> rig.channels.drop(id, "operator"))
                .hasMessageContaining("no such message is kept or was given up");
        assertThatThrownBy(() -> rig.channels.retry(id, "operator"))
                .hasMessageContaining("no such message is kept or was given up");
    }

    @Test
    void refusesToRetryOrDropWhatIsWorkedOn() {
        String id = taken("d1");

        assertThatThrownBy(() -> rig.channels.retry(id, "operator")).hasMessageContaining("Cannot retry message");
        assertThatThrownBy(() -> rig.channels.drop(id, "operator")).hasMessageContaining("Cannot drop message");
        assertThatThrownBy(() -> rig.channels.drop("nonsense", "operator")).hasMessageContaining("Cannot drop message");
        assertThat(rig.audit.entries).isEmpty();
    }

    @Test
    void doesNothingThatTheAuditLogCannotTake() {
        String id = failed("d1");
        rig.audit.broken = true;

        assertThatThrownBy(() -> rig.channels.drop(id, "operator")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> rig.channels.retry(id, "operator")).isInstanceOf(RuntimeException.class);
        assertThat(rig.status().counts().failed()).isEqualTo(1);
    }

    @Test
    void takesAMessageOnceHoweverOftenItIsStoppedAndRetried() {
        String id = failed("d1");
        rig.restart();
        start();
        assertThat(rig.deliver("d1", BODY)).allMatch(Intake.Taken::duplicate);
        rig.channels.retry(id, "operator");
        rig.advance();
        assertThat(rig.only().state()).isEqualTo(State.FAILED);
        agent.answers = turn -> new tacit.api.channel.ChannelAnswer(" ", tacit.api.trace.OutcomeLabel.SUCCESS);
        rig.channels.retry(id, "operator");
        rig.advance();

        assertThat(rig.status().counts().done()).isEqualTo(1);
        assertThat(rig.status().counts().failed()).isZero();
        assertThat(agent.turns).hasSize(3).extracting(turn -> turn.id()).containsOnly(id);
    }

    @Test
    void putsAsideWhatAKilledHostHadStopped() {
        String id = taken("d1");
        Inbox.Open open = rig.inbox.open("default").get(0);
        rig.inbox.change(open, ticket -> ticket.stopped(State.FAILED, "it answered 500", rig.clock.instant()));
        rig.restart();
        start();

        rig.advance();

        assertThat(rig.inbox.open("default")).isEmpty();
        assertThat(rig.status().counts().failed()).isEqualTo(1);
        assertThat(rig.trace(id).trace().outcome().name()).isEqualTo("channel.unanswered");
    }

    @Test
    void triesAgainWhatAKilledHostHadBegunToRetry() {
        String id = failed("d1");
        Inbox.Open stopped = rig.stopped.find("default", id).orElseThrow();
        rig.inbox.add(new Inbox.Open("default", stopped.ticket().again(rig.clock.instant())));
        rig.restart();
        start();

        assertThat(rig.stopped.find("default", id)).as("it goes on").isEmpty();
        rig.advance();

        assertThat(agent.turns).hasSize(2);
        assertThat(rig.only().state()).isEqualTo(State.FAILED);
    }

    @Test
    void forgetsWhatIsPutAsideWithItsUser() {
        failed("d1");
        kept("d2");

        rig.store.cleared(Scope.ofDefaultWorkspace());

        assertThat(rig.status().counts().failed()).isZero();
        assertThat(rig.channels.open("webhook", 10)).isEqualTo(List.of());
    }
}
