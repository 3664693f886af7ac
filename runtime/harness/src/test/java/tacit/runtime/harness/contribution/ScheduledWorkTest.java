package tacit.runtime.harness.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Scheduled;
import tacit.runtime.harness.facade.Entry;
import tacit.runtime.harness.facade.Facades;
import tacit.runtime.harness.facade.Hens;
import tacit.runtime.harness.facade.Retirement;

class ScheduledWorkTest {

    private final HandDriven threads = new HandDriven();
    private final Facades facades = Hens.facades();
    private final Counting work = new Counting();

    @Test
    void runsAfterEachPeriod() {
        ScheduledWork.begin(threads, active(), work);
        assertThat(work.runs).isZero();

        threads.pass(9);
        assertThat(work.runs).isZero();
        threads.pass(1);
        assertThat(work.runs).isEqualTo(1);
        threads.pass(20);
        assertThat(work.runs).isEqualTo(3);
    }

    @Test
    void endsWhenTheBundleIsRetired() {
        ScheduledWork.begin(threads, active(), work);
        Hens.flip(facades, 2);

        threads.pass(100);

        assertThat(work.runs).isZero();
        assertThat(threads.planned()).isZero();
    }

    @Test
    void endsWhenItIsCancelled() {
        ScheduledWork begun = ScheduledWork.begin(threads, active(), work);
        threads.pass(10);
        begun.cancel();

        assertThat(threads.planned()).isZero();
        threads.pass(100);
        assertThat(work.runs).isEqualTo(1);
    }

    @Test
    void runsAgainAfterAFailure() {
        work.failing = true;
        ScheduledWork.begin(threads, active(), work);

        threads.pass(20);

        assertThat(work.runs).isEqualTo(2);
    }

    @Test
    void endsWithoutAPeriod() {
        work.period = null;
        ScheduledWork.begin(threads, active(), work);

        threads.pass(100);

        assertThat(work.runs).isZero();
        assertThat(threads.planned()).isZero();
    }

    @Test
    void waitsAtLeastASecond() {
        work.period = Duration.ZERO;
        ScheduledWork.begin(threads, active(), work);

        threads.pass(5);

        assertThat(work.runs).isEqualTo(5);
    }

    @Test
    void blocksOnlyItselfAndTheDrainWhenItHangs() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ScheduledThreadPoolExecutor real = new ScheduledThreadPoolExecutor(2);
        Entry entry = active();
        ScheduledWork.begin(real, entry, new Hanging(inside, leave));
        CountDownLatch other = new CountDownLatch(1);
        ScheduledWork.begin(real, entry, new Hanging(other, new CountDownLatch(0)));
        inside.await();
        other.await();

        Retirement retirement = Hens.flip(facades, 2);
        assertThat(retirement.drain(Duration.ofMillis(1))).isFalse();

        leave.countDown();
        assertThat(retirement.drain(Duration.ofSeconds(60))).isTrue();
        real.shutdownNow();
    }

    @Test
    void endsQuietlyWhenTheThreadsAreStopped() {
        ScheduledThreadPoolExecutor real = new ScheduledThreadPoolExecutor(1);
        Entry entry = active();
        ScheduledWork begun = ScheduledWork.begin(real, entry, work);
        real.shutdownNow();
        begun.cancel();

        assertThat(real.getQueue()).isEmpty();
    }

    private Entry active() {
        Hens.flip(facades, 1, Hens.seat((message, input) -> message));
        return Objects.requireNonNull(facades.table().entry(Hens.ROLE));
    }

    private static final class Counting implements Scheduled {

        private Duration period = Duration.ofSeconds(10);
        private boolean failing;
        private int runs;

        @Override
        public Duration period() {
            return period;
        }

        @Override
        public void run() {
            runs++;
            if (failing) {
                throw new IllegalStateException("hen");
            }
        }
    }

    /** Stays where it is asked for its period. */
    private record Hanging(CountDownLatch inside, CountDownLatch leave) implements Scheduled {

        @Override
        public Duration period() {
            inside.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Duration.ofDays(1);
        }

        @Override
        public void run() {
            throw new IllegalStateException("a day has not passed");
        }
    }
}
