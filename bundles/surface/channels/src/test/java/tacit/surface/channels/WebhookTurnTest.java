package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.ChannelStatus;
import tacit.api.channel.OpenMessage;
import tacit.api.memory.Audience;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStatus;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.channels.Intake.Taken;

/** From a signed webhook to the signed answer. */
@EachDatabase
class WebhookTurnTest {

    private Rig rig;
    private Receiver receiver;
    private FakeAgent agent;

    @BeforeEach
    void open(TestDatabase database) throws Exception {
        rig = new Rig(database);
        receiver = new Receiver();
        agent = new FakeAgent();
        rig.with(Rig.webhook()).with(agent).with(Rig.account(receiver.address()));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void answersAMessageOnceAndWritesItAsATrace() {
        List<Taken> taken = rig.deliver("d1", "{\"text\":\"How many orders are open?\",\"user\":\"ada\"}");
        rig.advance();

        assertThat(taken).extracting(Taken::duplicate).containsExactly(false);
        assertThat(Rig.texts(receiver.posts)).containsExactly("You wrote: How many orders are open?");
        assertThat(rig.inbox.open("default")).isEmpty();
        RecordedTrace trace = rig.trace(taken.get(0).id());
        assertThat(trace.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.trace().channel()).isEqualTo("webhook");
        assertThat(trace.trace().userId()).isEqualTo("ada");
        assertThat(trace.trace().sessionId()).isEqualTo("webhook:ada");
        assertThat(trace.spans()).hasSize(2);
        assertThat(trace.span("message").orElseThrow().input()).contains("user", "How many orders are open?");
        assertThat(trace.span("answer").orElseThrow().output()).contains("assistant", "You wrote");
        assertThat(rig.status().counts().done()).isEqualTo(1);
    }

    @Test
    void signsTheAnswerSoThatAReceiverCanCheckIt() {
        rig.deliver("d1", "{\"text\":\"Hello\",\"id\":\"m1\"}");
        rig.advance();

        Receiver.Post post = receiver.posts.get(0);
        String id = post.headers().get("webhook-id");
        String time = post.headers().get("webhook-timestamp");
        assertThat(post.headers().get("webhook-signature"))
                .isEqualTo(Signed.signature(Signed.SECRET, id, time, post.body()));
        assertThat(post.field("type")).isEqualTo("message.answered");
        assertThat(post.field("data", "message")).isEqualTo("m1");
    }

    @Test
    void givesTheAgentAContextForThoseWhoWillRead() {
        rig.deliver("d1", "{\"text\":\"Hello\",\"user\":\"ada\",\"audience\":\"group\"}");
        rig.advance();

        assertThat(agent.turns.get(0).context()).isEqualTo("For GROUP within 2800");
        assertThat(agent.turns.get(0).audience())
                .isEqualTo(new Audience(Audience.Kind.GROUP, "ada", "webhook", null, false));
        assertThat(rig.trace(agent.turns.get(0).id()).trace().text("tacit.audience"))
                .contains("group");
    }

    @Test
    void takesTheWiderOfTwoAudiences() {
        rig.with(Rig.account(Map.of("audience", "group")));

        rig.deliver("d1", "{\"text\":\"Hello\",\"audience\":\"private\"}");
        rig.deliver("d2", "{\"text\":\"Hello\",\"audience\":\"public\"}");
        rig.advance();

        assertThat(agent.turns)
                .extracting(turn -> turn.audience().kind())
                .containsExactly(Audience.Kind.GROUP, Audience.Kind.PUBLIC);
    }

    @Test
    void cutsAnAnswerIntoMessagesThatTheChannelBears() {
        rig.with(Rig.webhook(20));
        agent.answers = turn -> ChannelAnswer.of("one two three four five six seven");

        rig.deliver("d1", "{\"text\":\"Count\"}");
        rig.advance();

        assertThat(Rig.texts(receiver.posts)).containsExactly("one two three four", "five six seven");
        assertThat(receiver.posts.get(0).headers().get("webhook-id"))
                .isNotEqualTo(receiver.posts.get(1).headers().get("webhook-id"));
    }

    @Test
    void sendsNothingWhereAnAgentHasNothingToSay() {
        agent.answers = turn -> new ChannelAnswer(" ", OutcomeLabel.NEUTRAL);

        String id = rig.deliver("d1", "{\"text\":\"Thanks\"}").get(0).id();
        rig.advance();

        assertThat(receiver.posts).isEmpty();
        assertThat(rig.trace(id).trace().outcome().label()).isEqualTo(OutcomeLabel.NEUTRAL);
        assertThat(rig.trace(id).trace().outcome().source()).isEqualTo(OutcomeSource.AGENT);
    }

    @Test
    void keepsAMessageThatNobodyAnswersAndSaysSo() {
        rig.known.removeAgent(agent);

        String id = rig.deliver("d1", "{\"text\":\"Anybody there?\"}").get(0).id();
        rig.advance();

        assertThat(rig.status().state()).isEqualTo(ChannelStatus.State.KEEPS_ONLY);
        assertThat(rig.status().remark()).isEqualTo("No agent is configured: messages are kept");
        assertThat(rig.status().counts().kept()).isEqualTo(1);
        rig.clock.pass(java.time.Duration.ofMinutes(1));
        rig.advance();
        assertThat(rig.only().state()).isEqualTo(OpenMessage.State.KEPT);
        assertThat(rig.trace(id).trace().status()).isEqualTo(TraceStatus.SKIPPED);
        assertThat(rig.trace(id).span("message").orElseThrow().input()).contains("Anybody there?");
    }

    @Test
    void answersAKeptMessageWhenAnOperatorAsksForIt() {
        rig.known.removeAgent(agent);
        String id = rig.deliver("d1", "{\"text\":\"Anybody there?\"}").get(0).id();
        rig.clock.pass(java.time.Duration.ofMinutes(1));
        rig.advance();
        rig.with(agent);

        rig.advance();
        assertThat(receiver.posts).as("not by itself").isEmpty();
        rig.channels.retry(id, "operator");
        rig.advance();

        assertThat(Rig.texts(receiver.posts)).containsExactly("You wrote: Anybody there?");
        assertThat(rig.trace(id).trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(rig.audit.entries).extracting(entry -> entry.action()).containsExactly("channel.retry");
    }
}
