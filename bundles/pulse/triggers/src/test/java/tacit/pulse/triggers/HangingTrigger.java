package tacit.pulse.triggers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;

/** Comes back from a reading when it is let go, or, where it heeds that, when it is interrupted. */
final class HangingTrigger implements Trigger {

    final CountDownLatch free = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final AtomicInteger asked = new AtomicInteger();
    private final boolean heeds;
    volatile boolean plans = true;

    HangingTrigger(boolean heeds) {
        this.heeds = heeds;
    }

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        if (!plans) {
            hang();
        }
        return new TriggerPlan(List.of(), Duration.ofSeconds(1), List.of(), false, true, List.of());
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        hang();
        return new TriggerReading(List.of(ScriptedTrigger.draft("late")), Map.of());
    }

    private void hang() {
        asked.incrementAndGet();
        while (true) {
            try {
                free.await();
                return;
            } catch (InterruptedException e) {
                interrupted.countDown();
                if (heeds) {
                    throw new IllegalStateException("It was interrupted", e);
                }
            }
        }
    }
}
