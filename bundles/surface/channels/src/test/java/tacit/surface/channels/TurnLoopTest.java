package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.ChannelTurn;
import tacit.runtime.testkit.Configurations;

/** The threads that advance messages. */
@Timeout(60)
class TurnLoopTest {

    private final Rig rig = new Rig();
    private final FakeAgent agent = new FakeAgent();
    private @Nullable TurnLoop loop;

    @AfterEach
    void close() throws Exception {
        if (loop != null) {
            loop.stop();
        }
        rig.close();
    }

    private TurnLoop start(Map<String, ?> settings) {
        rig.with(Rig.webhook()).with(agent).with(Rig.account(Map.of("receipt_days", 30)));
        TurnLoop started = new TurnLoop(
                rig.known,
                rig.inbox,
                rig.turns,
                rig.lease,
                new Departures(rig.known, rig.fitting, null),
                rig.bell,
                rig.clock,
                Configurations.of(TurnLoop.Config.class, settings));
        loop = started;
        return started;
    }

    private void deliver(String id, String session) {
        rig.deliver(id, "{\"text\":\"" + id + "\",\"user\":\"ada\",\"session\":\"" + session + "\"}");
    }

    private void awaitDone(long messages) {
        while (rig.inbox.done("default", "webhook") < messages) {
            Thread.onSpinWait();
        }
    }

    private ChannelAnswer answer(ChannelTurn turn) {
        return new ChannelAnswer(" ", tacit.api.trace.OutcomeLabel.SUCCESS);
    }

    @Test
    void answersSeveralConversationsAtATime() {
        CountDownLatch both = new CountDownLatch(2);
        agent.answers = turn -> {
            both.countDown();
            await(both);
            return answer(turn);
        };
        start(Map.of("threads", 2));

        deliver("d1", "one");
        deliver("d2", "two");
        awaitDone(2);

        assertThat(agent.turns).hasSize(2);
    }

    @Test
    void answersEachConversationInItsOrder() {
        agent.answers = this::answer;
        start(Map.of());

        for (int message = 0; message < 10; message++) {
            deliver("d" + message, "one");
        }
        awaitDone(10);

        assertThat(agent.turns).extracting(ChannelTurn::message).isSorted().hasSize(10);
    }

    @Test
    void goesOnAfterAStepThatBroke() {
        CountDownLatch broken = new CountDownLatch(1);
        agent.answers = turn -> {
            if (broken.getCount() > 0) {
                broken.countDown();
                throw new AssertionError("an error, which ends the work of a thread");
            }
            return answer(turn);
        };
        start(Map.of("threads", 1));

        deliver("d1", "one");
        await(broken);
        deliver("d2", "two");
        awaitDone(2);

        assertThat(agent.turns).hasSize(3);
    }

    @Test
    void leavesMessagesToTheHostThatWorksOnThem() {
        agent.answers = this::answer;
        Lease other = new Lease(rig.store, rig.clock);
        assertThat(other.holds("default")).isTrue();
        TurnLoop waiting = start(Map.of());
        deliver("d1", "one");

        waiting.pass();
        assertThat(agent.turns).isEmpty();
        assertThat(rig.status().remark()).isEqualTo("Another host works on the messages of workspace 'default'");
        other.release("default");
        rig.bell.ring();
        awaitDone(1);

        assertThat(agent.turns).hasSize(1);
        assertThat(other.holds("default")).isFalse();
    }

    @Test
    void letsAnotherHostGoOnWhenItStops() throws Exception {
        agent.answers = this::answer;
        TurnLoop stopping = start(Map.of());
        deliver("d1", "one");
        awaitDone(1);

        stopping.stop();

        assertThat(new Lease(rig.store, rig.clock).holds("default")).isTrue();
    }

    @Test
    void forgetsReceiptsThatAreOld() {
        agent.answers = this::answer;
        TurnLoop upkeep = start(Map.of());
        deliver("d1", "one");
        awaitDone(1);

        rig.clock.pass(Duration.ofDays(31));
        upkeep.pass();
        String id = agent.turns.get(0).id();
        // A receipt is left before the open message goes away, so it may be forgotten before that, too
        while (rig.inbox.done("default", "webhook") > 0 || rig.inbox.knows("default", "webhook", id)) {
            Thread.onSpinWait();
        }

        assertThat(rig.inbox.done("default", "webhook")).isZero();
        assertThat(rig.inbox.knows("default", "webhook", id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"threads,0", "threads,65", "delay_seconds,0", "delay_seconds,3601"})
    void refusesNumbersOutOfRange(String setting, int value) {
        assertThatThrownBy(() -> start(Map.of(setting, value)))
                .hasMessageContaining(setting.replace('_', '.') + " must be in")
                .hasMessageContaining("got " + value);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
