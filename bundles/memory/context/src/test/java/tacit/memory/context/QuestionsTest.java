package tacit.memory.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
}
