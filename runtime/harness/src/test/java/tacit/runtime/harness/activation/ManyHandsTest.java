package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ManyHandsTest {

    @Test
    void answersInTheOrderOfTheThings() {
        assertThat(ManyHands.each(List.of(3, 1, 2), number -> number * 10)).containsExactly(30, 10, 20);
    }

    @Test
    void throwsWhatOneThrewOnceAllAreDone() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        assertThatIllegalStateException()
                .isThrownBy(() -> ManyHands.each(List.of(1, 2, 3, 4, 5), number -> {
                    if (number == 1) {
                        throw new IllegalStateException("one");
                    }
                    return done.add(number);
                }))
                .withMessage("one");
        assertThat(done).containsExactlyInAnyOrder(2, 3, 4, 5);
    }

    @Test
    void doesNothingWhereThereIsNothing() {
        assertThat(ManyHands.each(List.of(), thing -> thing)).isEmpty();
    }
}
