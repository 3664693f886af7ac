package tacit.runtime.testkit.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallersTest {

    private final AtomicInteger eggs = new AtomicInteger(1);

    /** A bundle that answers how many eggs there are. */
    private record Hens(String bundle, AtomicInteger eggs) implements Part {

        @Override
        public void make() {
            eggs.set(1);
        }

        @Override
        public List<Ask> asks(int thread) {
            return List.of(Ask.same(eggs::get));
        }
    }

    @Test
    void asksTheSwappedBundleMoreThanTheOthers() {
        try (Callers callers = new Callers(List.of(new Hens("a", eggs), new Hens("b", eggs)), 2)) {
            Tally tally = callers.begin("a");
            callers.await(tally, 100);

            assertThat(tally.own()).isGreaterThanOrEqualTo(100).isLessThanOrEqualTo(tally.calls());
            assertThat(tally.failed()).isZero();
            assertThat(tally.words()).isEmpty();
        }
    }

    @Test
    void countsAnotherAnswerAsLost() {
        try (Callers callers = new Callers(List.of(new Hens("a", eggs)), 2)) {
            Tally tally = callers.begin("a");
            eggs.set(2);
            callers.await(tally, 10);

            assertThat(tally.failed()).isPositive();
            assertThat(tally.words()).contains("a: another answer");
        }
    }

    @Test
    void countsACallThatThrowsAsLost() {
        Tally tally = new Tally();

        tally.make(
                "a",
                () -> {
                    throw new IllegalStateException("the fox");
                },
                true);
        tally.make("a", () -> true, false);

        assertThat(tally.failed()).isEqualTo(1);
        assertThat(tally.calls()).isEqualTo(2);
        assertThat(tally.own()).isEqualTo(1);
        assertThat(tally.words()).contains("a: ").contains("the fox");
    }
}
