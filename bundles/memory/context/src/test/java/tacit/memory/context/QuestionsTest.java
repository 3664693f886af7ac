package tacit.memory.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Trials;

class QuestionsTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Questions questions = new Questions(Duration.ofSeconds(20));

    @AfterEach
    void finish() throws InterruptedException {
        end.countDown();
        questions.finish();
    }

    @Test
    void oneThatHangsLeavesThreadsToTheOthers() {
        List<CompletableFuture<Answer<String>>> hanging = hanging(64);

        assertThat(questions.ask("well", () -> "Likes tea").join().given()).contains("Likes tea");
        assertThat(hanging).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void everyQuestionGetsItsTurn() {
        List<CompletableFuture<Answer<String>>> hanging = hanging(64);

        end.countDown();

        assertThat(hanging)
                .allSatisfy(answer -> assertThat(answer.join().given()).contains("Late"));
        assertThat(questions.ask("ill", () -> "Well again").join().given()).contains("Well again");
    }

    @Test
    void oneThatFailsKeepsItsTurns() {
        for (int i = 0; i < 20; i++) {
            Answer<String> answer = questions
                    .<String>ask("ill", () -> {
                        throw new IllegalStateException("It is away");
                    })
                    .join();
            assertThat(answer.reason()).isEqualTo("It failed with IllegalStateException");
        }

        assertThat(questions.ask("ill", () -> "Well again").join().given()).contains("Well again");
    }

    @Test
    void refusesMoreThanCanWait() {
        hanging(8 + 1024);

        assertThat(questions.ask("ill", () -> "One too many").join().reason())
                .isEqualTo("Too many questions wait already");
    }

    private List<CompletableFuture<Answer<String>>> hanging(int many) {
        return IntStream.range(0, many)
                .mapToObj(one -> questions.ask("ill", this::late))
                .toList();
    }

    private String late() {
        try {
            end.await();
            return "Late";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while it hangs", e);
        }
    }

    @Test
    void leadsTheThreadThatAsksToWhereTheWorkIsLed() {
        OneThread trials = new OneThread();
        questions.lead(trials);

        trials.led.set("blue");
        String under =
                questions.ask("well", () -> trials.led.get()).join().given().orElse("none");
        questions.leadNo(trials);
        Answer<String> after =
                questions.ask("well", () -> String.valueOf(trials.led.get())).join();

        assertThat(under).isEqualTo("blue");
        assertThat(after.given()).contains("null");
    }

    /** Carries what a thread is led to. */
    private static final class OneThread implements Trials {

        private final ThreadLocal<@Nullable String> led = new ThreadLocal<>();

        @Override
        public ActivationReport open(String id, ActivationRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> open() {
            return Set.of();
        }

        @Override
        public <T> T under(String id, Callable<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Callable<T> carried(Callable<T> work) {
            String here = led.get();
            return () -> {
                led.set(here);
                try {
                    return work.call();
                } finally {
                    led.remove();
                }
            };
        }

        @Override
        public void close(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
