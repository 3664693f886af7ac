package tacit.api.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuietThreadTest {

    @Test
    void givesWayAndSoDoWhatItStarts() throws Exception {
        AtomicInteger inherited = new AtomicInteger();
        Thread thread = QuietThread.of(
                () -> inherited.set(new Thread(() -> {}, "started by it").getPriority()), "behind the scenes");
        thread.start();
        thread.join();

        assertThat(thread.getName()).isEqualTo("behind the scenes");
        assertThat(inherited.get()).isEqualTo(Thread.MIN_PRIORITY);
    }

    @Test
    void leavesOtherThreadsAsTheyAre() {
        Thread other = new Thread(() -> {}, "other");

        assertThat(QuietThread.quiet(new Thread(() -> {}, "quiet")).getPriority())
                .isLessThan(other.getPriority());
        assertThat(other.getPriority()).isEqualTo(Thread.currentThread().getPriority());
    }
}
