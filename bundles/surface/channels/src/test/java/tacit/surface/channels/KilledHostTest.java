package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.OpenMessage.State;
import tacit.api.channel.Transmission;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.channels.NotSent.Fate;

/** A host that is killed at any step goes on from there: nothing is lost, and nothing is answered twice. */
@EachDatabase
class KilledHostTest {

    private static final String BODY = "{\"text\":\"Hello\",\"user\":\"ada\"}";

    private Rig rig;
    private Receiver receiver;
    private FakeAgent agent;

    /** What a host that is killed does not come to do. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void open(TestDatabase database) throws Exception {
        rig = new Rig(database);
        receiver = new Receiver();
        agent = new FakeAgent();
        start();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private void start() {
        rig.with(Rig.webhook()).with(agent).with(Rig.account(receiver.address()));
    }

    private void killedIn(Runnable work) {
        try {
            work.run();
            throw new AssertionError("it was not killed");
        } catch (Killed expected) {
            rig.restart();
            start();
        }
    }

    @Test
    void answersWhatWasTakenBeforeIt() {
        rig.deliver("d1", BODY);
        rig.restart();
        start();

        assertThat(rig.deliver("d1", BODY)).allMatch(Intake.Taken::duplicate);
        rig.advance();

        assertThat(Rig.texts(receiver.posts)).containsExactly("You wrote: Hello");
    }

    @Test
    void asksTheAgentAgainWithTheSameId() {
        rig.deliver("d1", BODY);
        agent.answers = turn -> {
            throw new Killed();
        };
        killedIn(rig::advance);
        agent.answers = turn -> ChannelAnswer.of("Hello ada");
        rig.advance();

        assertThat(agent.turns).hasSize(2);
        assertThat(agent.turns.get(0).id()).isEqualTo(agent.turns.get(1).id());
        assertThat(Rig.texts(receiver.posts)).containsExactly("Hello ada");
    }

    @Test
    void sendsAgainUnderTheSameIdWhereAReceiverCanTell() {
        rig.deliver("d1", BODY);
        rig.onlySender(new DyingSender(new HttpSender(rig.clock), true));
        killedIn(rig::advance);

        assertThat(rig.only().state()).isEqualTo(State.SENDING);
        rig.advance();

        assertThat(agent.turns).as("answered once").hasSize(1);
        assertThat(receiver.posts).hasSize(2);
        assertThat(receiver.posts.get(0).headers().get("webhook-id"))
                .isEqualTo(receiver.posts.get(1).headers().get("webhook-id"));
        assertThat(rig.inbox.open("default")).isEmpty();
    }

    @Test
    void reportsInsteadOfSendingTwiceWhereAReceiverCannotTell() {
        String id = rig.deliver("d1", BODY).get(0).id();
        Sender sender = new DyingSender(new HttpSender(rig.clock), false);
        rig.onlySender(sender);
        killedIn(rig::advance);
        rig.onlySender(sender);
        rig.advance();

        assertThat(receiver.posts).hasSize(1);
        assertThat(rig.only().state()).isEqualTo(State.FAILED);
        assertThat(rig.only().error()).contains("may have arrived");
        assertThat(rig.status().counts().failed()).isEqualTo(1);
        assertThat(rig.trace(id).trace().outcome().name()).isEqualTo("channel.unsent");
    }

    @Test
    void takesNothingTwiceThatIsDone() {
        rig.deliver("d1", BODY);
        rig.advance();
        rig.restart();
        start();

        assertThat(rig.deliver("d1", BODY)).allMatch(Intake.Taken::duplicate);
        rig.advance();

        assertThat(receiver.posts).hasSize(1);
    }

    @Test
    void remembersWhatIsDoneAsLongAsItIsConfigured() {
        rig.deliver("d1", BODY);
        rig.advance();
        rig.clock.pass(Duration.ofDays(2));

        assertThat(rig.inbox.forget("default", "webhook", rig.clock.instant().minus(Duration.ofDays(3))))
                .isZero();
        assertThat(rig.inbox.forget("default", "webhook", rig.clock.instant().minus(Duration.ofDays(1))))
                .isEqualTo(1);
        assertThat(rig.inbox.done("default", "webhook")).isZero();
    }

    @Test
    void triesAgainLaterAndGivesUpWithAReport() {
        agent.answers = turn -> {
            throw new IllegalStateException("it answered 500");
        };
        rig.with(Rig.account(Map.of("attempts", 3)));
        String id = rig.deliver("d1", BODY).get(0).id();

        rig.advance();
        rig.advance();
        assertThat(agent.turns).as("not before its time").hasSize(1);
        for (int attempt = 0; attempt < 5; attempt++) {
            rig.clock.pass(Duration.ofMinutes(10));
            rig.advance();
        }

        assertThat(agent.turns).hasSize(3);
        assertThat(rig.only().state()).isEqualTo(State.FAILED);
        assertThat(rig.status().lastError()).isEqualTo("The agent did not answer: it answered 500");
        assertThat(rig.trace(id).trace().outcome().label()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(rig.trace(id).trace().outcome().source()).isEqualTo(OutcomeSource.RULE);
    }

    @Test
    void sendsAgainWhenAReceiverIsBackAndGivesUpWhenItRefuses() {
        receiver.replies = post -> new Receiver.Reply(503, "text/plain", "");
        rig.deliver("d1", BODY);
        rig.advance();
        assertThat(rig.only().state()).isEqualTo(State.ANSWERED);
        assertThat(rig.only().error()).isEqualTo("The receiver answered 503");

        receiver.replies = post -> new Receiver.Reply(400, "text/plain", "");
        rig.clock.pass(Duration.ofMinutes(1));
        rig.advance();

        assertThat(receiver.posts).hasSize(2);
        assertThat(rig.only().state()).isEqualTo(State.FAILED);
        assertThat(agent.turns).hasSize(1);
    }

    @Test
    void answersNobodyWhoWasForgottenMeanwhile() {
        rig.deliver("d1", BODY);
        agent.answers = turn -> {
            rig.store.cleared(Scope.ofDefaultWorkspace());
            return ChannelAnswer.of("Too late");
        };

        rig.advance();

        assertThat(receiver.posts).isEmpty();
        assertThat(rig.inbox.open("default")).isEmpty();
    }

    @Test
    void sendsToNoAddressButTheConfiguredOne() throws Exception {
        HttpSender sender = new HttpSender(rig.clock);
        Transmission elsewhere =
                new Transmission("a1", "http://127.0.0.1:1/elsewhere", new java.util.TreeMap<>(), "text");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sender.send(
                        Rig.account(receiver.address()), Rig.webhook().traits(), elsewhere))
                .isInstanceOfSatisfying(NotSent.class, e -> assertThat(e.fate()).isEqualTo(Fate.NEVER))
                .hasMessageContaining("not configured");
    }

    /** Sends, and is killed before anybody hears of it. */
    private record DyingSender(Sender behind, boolean repeatable) implements Sender {

        @Override
        public ChannelTraits.Transport transport() {
            return ChannelTraits.Transport.WEBHOOK;
        }

        @Override
        public String address(Account account) {
            return account.address();
        }

        @Override
        public void send(Account account, ChannelTraits traits, Transmission transmission) throws NotSent {
            behind.send(account, traits, transmission);
            throw new Killed();
        }
    }
}
