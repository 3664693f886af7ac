package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;

class DecisionQueueTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void givesBackInOrderUpToTheLimit() throws InterruptedException {
        DecisionQueue queue = new DecisionQueue(10, 10_000);
        for (String id : List.of("a", "b", "c")) {
            queue.offer(Samples.decision(id));
        }

        assertThat(queue.take(2, LONG)).extracting(Decision::id).containsExactly("a", "b");
        assertThat(queue.take(2, LONG)).extracting(Decision::id).containsExactly("c");
    }

    @Test
    void refusesOneTooManyUntilSomeAreTaken() throws InterruptedException {
        DecisionQueue queue = new DecisionQueue(2, 10_000);
        queue.offer(Samples.decision("a"));
        queue.offer(Samples.decision("b"));

        assertThat(queue.offer(Samples.decision("c"))).isFalse();
        queue.take(1, LONG);
        assertThat(queue.offer(Samples.decision("d"))).isTrue();
    }

    @Test
    void refusesTooManyCharactersUntilSomeAreTaken() throws InterruptedException {
        long size = Characters.of(Samples.decision("a"));
        DecisionQueue queue = new DecisionQueue(10, size * 2);
        queue.offer(Samples.decision("a"));
        queue.offer(Samples.decision("b"));

        assertThat(queue.offer(Samples.decision("c"))).isFalse();
        queue.take(1, LONG);
        assertThat(queue.offer(Samples.decision("d"))).isTrue();
    }

    @Test
    void answersNothingWhenNothingCame() throws InterruptedException {
        assertThat(new DecisionQueue(2, 10_000).take(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void givesOutWhatWaitsAfterItIsClosed() throws InterruptedException {
        DecisionQueue queue = new DecisionQueue(2, 10_000);
        queue.offer(Samples.decision("a"));

        queue.close();

        assertThat(queue.offer(Samples.decision("b"))).isFalse();
        assertThat(queue.finished()).isFalse();
        assertThat(queue.take(5, LONG)).hasSize(1);
        assertThat(queue.finished()).isTrue();
        assertThat(queue.take(5, LONG)).isEmpty();
    }
}
