package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.pulse.triggers.HangingTest.awaits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;
import tacit.runtime.testkit.Configurations;

class CallsTest {

    private static final TriggerIngress NOW =
            new TriggerIngress(Instant.parse("2026-03-01T12:00:00Z"), null, Map.of(), null, List.of());

    private final TriggerSource source = Rig.source(Map.of("id", "bad", "kind", "bad"), Map.of());
    private final TriggerSource other = Rig.source(Map.of("id", "good", "kind", "good"), Map.of());
    private Calls calls = new Calls(Duration.ofMillis(30));

    @AfterEach
    void stop() {
        calls.stop();
    }

    private void reads(Trigger trigger) {
        calls.read(source, trigger, NOW);
    }

    /** A trigger that only plans. */
    private static Trigger planning(Supplier<TriggerPlan> plan) {
        return new Trigger() {

            @Override
            public TriggerPlan plan(TriggerConfiguration configuration) {
                return plan.get();
            }

            @Override
            public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void answersWhatTheTriggerSays() {
        calls = new Calls(Duration.ofSeconds(30));
        TriggerPlan plan = TriggerPlan.refused("cron must be given");

        assertThat(calls.plan(source, planning(() -> plan))).isSameAs(plan);
    }

    @Test
    void throwsOnWhatTheTriggerThrows() {
        calls = new Calls(Duration.ofSeconds(30));
        IllegalArgumentException malformed = new IllegalArgumentException("The body is not valid JSON");

        assertThatThrownBy(() -> calls.plan(source, planning(() -> {
                    throw malformed;
                })))
                .isSameAs(malformed);
        assertThatThrownBy(() -> calls.plan(source, planning(() -> {
                    throw new NoClassDefFoundError("gone");
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("It failed: NoClassDefFoundError");
    }

    @Test
    void interruptsOneThatHangsAndAsksItAgainWhenItCameBack() {
        HangingTrigger trigger = new HangingTrigger(true);

        for (int i = 1; i <= 5; i++) {
            assertThatThrownBy(() -> reads(trigger))
                    .isInstanceOf(Hanging.class)
                    .hasMessage("It takes longer than 0.03 seconds");
            HangingTest.until(() -> !calls.isHanging("bad"));
            assertThat(trigger.asked).hasValue(i);
        }
    }

    @Test
    void saysWhereItHangs() {
        HangingTrigger trigger = new HangingTrigger(false);

        assertThatThrownBy(() -> reads(trigger)).satisfies(hanging -> assertThat(hanging.getStackTrace())
                .anySatisfy(frame -> assertThat(frame.getClassName()).isEqualTo(HangingTrigger.class.getName())));
        trigger.free.countDown();
    }

    @Test
    void givesUpOnOneOfWhichThreeCallsHaveNotComeBack() {
        HangingTrigger trigger = new HangingTrigger(false);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> reads(trigger)).isInstanceOf(Hanging.class);
        }

        assertThatThrownBy(() -> reads(trigger)).hasMessageStartingWith("3 calls have not come back");
        assertThat(trigger.asked).hasValue(3);
        assertThat(calls.plan(other, planning(() -> TriggerPlan.refused("others go on"))))
                .isNotNull();

        trigger.free.countDown();
        HangingTest.until(() -> !calls.isHanging("bad"));
        reads(trigger);
        assertThat(trigger.asked).hasValue(4);
    }

    @Test
    void leavesNoThreadBehindThatHeedsTheEnd() throws InterruptedException {
        calls = new Calls(Duration.ofSeconds(30));
        HangingTrigger trigger = new HangingTrigger(true);
        CountDownLatch refused = new CountDownLatch(1);
        Thread asks = new Thread(() -> {
            try {
                reads(trigger);
            } catch (IllegalStateException e) {
                refused.countDown();
            }
        });
        asks.start();
        HangingTest.until(() -> trigger.asked.get() == 1);

        calls.stop();

        awaits(refused);
        asks.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(asks.isAlive()).isFalse();
    }

    @Test
    void refusesATimeOutOfBounds() {
        for (int seconds : new int[] {0, 301}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Calls(Configurations.of(Calls.Config.class, Map.of("call_seconds", seconds))))
                    .withMessage("call.seconds must be in [1, 300], got " + seconds);
        }
    }
}
