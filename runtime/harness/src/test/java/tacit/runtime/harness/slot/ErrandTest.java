package tacit.runtime.harness.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ErrandTest {

    private final AtomicReference<Thread> hung = new AtomicReference<>();

    @Test
    void answersWhatTheWorkAnswers() throws StepFailure, ExecutionException {
        assertThat(Errand.run("a test", Duration.ofMinutes(1), () -> 42, hung::set))
                .isEqualTo(42);
        assertThat(hung).hasNullValue();
    }

    @Test
    void passesOnWhatTheWorkThrowsErrorsToo() {
        assertThatThrownBy(() -> Errand.run(
                        "a test",
                        Duration.ofMinutes(1),
                        () -> {
                            throw new StackOverflowError("deep");
                        },
                        hung::set))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void leavesWorkThatHangsAndSaysWhereItStands() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);

        assertThatThrownBy(() -> Errand.run(
                        "a test",
                        Duration.ofMillis(50),
                        () -> {
                            gate.await();
                            return "late";
                        },
                        hung::set))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("did not return within 50 ms")
                .hasMessageContaining("CountDownLatch.await");
        assertThat(hung.get().isAlive()).isTrue();
        assertThat(hung.get().isInterrupted()).isFalse();

        gate.countDown();
        hung.get().join();
    }

    @Test
    void stopsWaitingWhenTheHostStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Errand.run("a test", Duration.ofMinutes(1), () -> "done", hung::set))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("told to stop");
        assertThat(Thread.interrupted()).isTrue();
    }
}
