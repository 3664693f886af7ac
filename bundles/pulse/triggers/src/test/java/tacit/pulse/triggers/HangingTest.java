package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.TriggerStatus;
import tacit.api.pulse.TriggerStatus.State;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;

/** One trigger hangs; the others, requests and the status go on. */
@EachDatabase
class HangingTest {

    private final HangingTrigger bad = new HangingTrigger(false);
    private final ScriptedTrigger good = ScriptedTrigger.each(Duration.ofSeconds(1));
    private Rig rig;

    @BeforeEach
    void open(TestDatabase database) {
        rig = new Rig(database, null);
        rig.patience = Duration.ofMillis(300);
        rig.restart();
        rig.with("a-bad", bad, Map.of()).with("good", good, Map.of());
    }

    @AfterEach
    void close() {
        bad.free.countDown();
    }

    static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("it came in time").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it came true in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private TriggerStatus statusOfBad() {
        return rig.triggers.status().get(0);
    }

    @Test
    void asksTheOthersAsOften() {
        rig.passSeconds(20);

        assertThat(good.asked).hasSize(20);
        assertThat(bad.asked).as("it waits before it is asked again").hasValue(1);
        awaits(bad.interrupted);
    }

    @Test
    void saysSoInTheStatusAndInWhyNot() {
        rig.passSeconds(2);

        assertThat(statusOfBad().state()).isEqualTo(State.FAILING);
        assertThat(statusOfBad().problems()).containsExactly("It takes longer than 0.3 seconds");
        assertThat(statusOfBad().nextAt()).isEqualTo("2026-03-01T12:00:31Z");
        assertThat(statusOfBad().counts().failures()).isEqualTo(1);
        assertThat(rig.switches.whyNot).contains("a-bad: failed, It takes longer than 0.3 seconds");
    }

    @Test
    void isNotAskedAgainBeforeItCameBack() {
        for (int i = 0; i < 5; i++) {
            hourLater();
        }

        assertThat(bad.asked).hasValue(3);
        assertThat(statusOfBad().problems()).singleElement().asString().startsWith("3 calls have not come back");

        bad.free.countDown();
        until(() -> !rig.calls.isHanging("a-bad"));
        hourLater();

        assertThat(statusOfBad().state()).isEqualTo(State.READY);
    }

    private void hourLater() {
        rig.clock.pass(Duration.ofHours(1));
        rig.passSeconds(2);
    }

    @Test
    void keepsNothingThatComesTooLate() {
        rig.passSeconds(1);
        long told = rig.signals.told();

        bad.free.countDown();
        until(() -> !rig.calls.isHanging("a-bad"));

        assertThat(rig.signals.told()).isEqualTo(told);
        assertThat(rig.readings.state("a-bad").sequence()).isZero();
    }

    @Test
    void refusesItsRequestsForNow() {
        assertThatThrownBy(() -> rig.send("a-bad", "d1", "{}"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refused.Why.LATER))
                .hasMessage("The trigger takes too long");

        bad.free.countDown();
        until(() -> !rig.calls.isHanging("a-bad"));
        assertThat(rig.send("a-bad", "d1", "{}").told())
                .as("the sender tries again")
                .isEqualTo(1);
    }

    @Test
    void showsTheStatusWhenEvenThePlanHangs() {
        bad.plans = false;

        List<TriggerStatus> status = rig.triggers.status();

        assertThat(status).extracting(TriggerStatus::state).containsExactly(State.REFUSED, State.READY);
        assertThat(status.get(0).problems()).containsExactly("It takes longer than 0.3 seconds");
    }
}
