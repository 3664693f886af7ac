package tacit.runtime.harness.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ErrandTest {

    private final AtomicReference<Thread> hung = new AtomicReference<>();

    @Test
    void answersWhatTheWorkAnswers() throws StepFailure, ExecutionException {
        assertThat(Errand.run("a test", "", Duration.ofMinutes(1), () -> 42, hung::set))
                .isEqualTo(42);
        assertThat(hung).hasNullValue();
    }

    @Test
    void passesOnWhatTheWorkThrowsErrorsToo() {
        assertThatThrownBy(() -> Errand.run(
                        "a test",
                        "question 'a': ",
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
                        "question 'a': ",
                        Duration.ofMillis(50),
                        () -> {
                            gate.await();
                            return "late";
                        },
                        hung::set))
                .isInstanceOf(StepFailure.class)
                .hasMessageStartingWith("question 'a': it did not return within 50 ms")
                .hasMessageContaining("CountDownLatch.await");
        assertThat(hung.get().isAlive()).isTrue();
        assertThat(hung.get().isInterrupted()).isFalse();

        gate.countDown();
        hung.get().join();
    }

    @Test
    void runsAllLegsOfAnAttendedErrandOnOneThread() throws StepFailure, ExecutionException {
        List<Thread> threads = Errand.attend(
                "a test",
                () -> List.of(
                        Errand.run("one", "", Duration.ofMinutes(1), Thread::currentThread, hung::set),
                        Errand.run("two", "", Duration.ofMinutes(1), Thread::currentThread, hung::set),
                        Errand.attend("three", Thread::currentThread, hung::set)),
                hung::set);

        assertThat(threads).hasSize(3).doesNotContain(Thread.currentThread());
        assertThat(Set.copyOf(threads)).hasSize(1);
    }

    @Test
    void endsAnAttendedErrandAfterTheLegThatHung() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicBoolean wentOn = new AtomicBoolean();

        assertThatThrownBy(() -> Errand.attend(
                        "a test",
                        () -> {
                            Errand.run("hangs", "", Duration.ofMillis(50), () -> await(gate), thread -> {});
                            wentOn.set(true);
                            return "done";
                        },
                        hung::set))
                .isInstanceOf(StepFailure.class)
                .hasMessageStartingWith("it did not return within 50 ms");
        gate.countDown();
        hung.get().join();

        assertThat(wentOn).isFalse();
    }

    @Test
    void givesWorkOfOurOwnAllTheTimeItNeeds() throws StepFailure, ExecutionException {
        String answer = Errand.attend(
                "a test",
                () -> {
                    Errand.run("quick", "", Duration.ofMillis(1), () -> "quick", hung::set);
                    Thread.sleep(60);
                    return "slow";
                },
                hung::set);

        assertThat(answer).isEqualTo("slow");
        assertThat(hung).hasNullValue();
    }

    @Test
    void tellsAFailureOfALegFromOneOfItsErrand() {
        assertThatThrownBy(() -> Errand.attend(
                        "a test",
                        () -> {
                            throw new StepFailure("it is not what it says");
                        },
                        hung::set))
                .isInstanceOf(StepFailure.class)
                .hasMessage("it is not what it says");
        assertThatThrownBy(() -> Errand.attend(
                        "a test",
                        () -> Errand.run(
                                "throws",
                                "",
                                Duration.ofMinutes(1),
                                () -> {
                                    throw new IllegalArgumentException("no");
                                },
                                hung::set),
                        hung::set))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    private static String await(CountDownLatch gate) throws InterruptedException {
        gate.await();
        return "late";
    }

    @Test
    void stopsWaitingWhenTheHostStops() {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Errand.run("a test", "", Duration.ofMinutes(1), () -> waiting(stopped), hung::set))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("told to stop");
        assertThat(Thread.interrupted()).isTrue();
        stopped.countDown();
    }

    private static String waiting(CountDownLatch stopped) throws InterruptedException {
        stopped.await();
        return "done";
    }
}
