package tacit.runtime.harness.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void answersWhatTheWorkAnswers() {
        assertThat(turns.take(() -> "hen")).isEqualTo("hen");
    }

    @Test
    void leavesReportsInsideATurnForItsEnd() {
        turns.run(() -> {
            turns.soon(() -> done.add("report"));
            done.add("turn");
        });

        assertThat(done).containsExactly("turn", "report");
    }

    @Test
    void neverLetsAReportWait() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread other = new Thread(() -> turns.run(() -> {
            inside.countDown();
            await(leave);
            done.add("turn");
        }));
        other.start();
        inside.await();

        turns.soon(() -> done.add("report"));
        assertThat(done).isEmpty();

        leave.countDown();
        other.join();
        assertThat(done).containsExactly("turn", "report");
    }

    @Test
    void goesOnAfterWorkThatFailed() {
        assertThatThrownBy(() -> turns.run(() -> {
                    throw new IllegalStateException("hen");
                }))
                .hasMessage("hen");

        turns.soon(() -> done.add("next"));
        assertThat(done).containsExactly("next");
    }

    @Test
    void doesOneThingAtATimeAndForgetsNone() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int n = 0; n < 1_000; n++) {
                    turns.soon(() -> done.add(String.valueOf(inside.incrementAndGet() - 1)));
                    turns.soon(inside::decrementAndGet);
                    turns.run(() -> done.add("0"));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(done).hasSize(8_000);
        assertThat(inside).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
