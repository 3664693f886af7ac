package tacit.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallersTest {

    @Test
    void countsAnswersAndWhatIsLost() {
        AtomicBoolean broken = new AtomicBoolean();
        try (Callers callers = Callers.start(new Calling(broken, new AtomicLong()), 2)) {
            callers.awaitEach(10);
            assertThat(callers.failed()).isZero();

            broken.set(true);
            callers.awaitEach(10);

            assertThat(callers.failed()).isBetween(1L, callers.calls());
        }
    }

    @Test
    void measuresNothingBeforeItIsTold() {
        try (Callers callers = Callers.start(new Calling(new AtomicBoolean(), new AtomicLong()), 1)) {
            callers.awaitEach(10);
            assertThat(callers.worstMillis()).isZero();

            callers.measure();
            callers.awaitEach(10);

            assertThat(callers.worstMillis()).isPositive();
        }
    }

    @Test
    void goesOnAfterALookAtTheHeap() {
        AtomicLong calls = new AtomicLong();
        try (Callers callers = Callers.start(new Calling(new AtomicBoolean(), calls), 2)) {
            callers.awaitEach(10);

            Resources resources = callers.resources();

            assertThat(resources.heapBytes()).isPositive();
            assertThat(resources.threads()).isGreaterThan(2);
            long before = calls.get();
            callers.awaitEach(10);
            assertThat(calls.get()).isGreaterThan(before);
        }
    }

    /** Answers, or not, as the test says. */
    private record Calling(AtomicBoolean broken, AtomicLong calls) implements SwapStrategy {

        @Override
        public String name() {
            return "calling";
        }

        @Override
        public String call(String message, String input) {
            calls.incrementAndGet();
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
            return message;
        }

        @Override
        public void swap() {
            broken.set(!broken.get());
        }

        @Override
        public List<ClassLoader> loaders() {
            return List.of();
        }

        @Override
        public void close() {
            broken.set(true);
        }
    }
}
