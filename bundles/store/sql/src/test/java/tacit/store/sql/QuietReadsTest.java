package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.StoreException;
import tacit.api.thread.QuietThread;

class QuietReadsTest {

    private final QuietReads reads = new QuietReads();

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void readsWithTheUsualPriority() throws Exception {
        Thread reader = quietly(() -> reads.read(Thread::currentThread));

        assertThat(reader.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        assertThat(reader.getName()).isEqualTo("tacit-store-reader");
    }

    @Test
    void leavesOthersTheirThread() {
        assertThat(reads.read(Thread::currentThread)).isSameAs(Thread.currentThread());
    }

    @Test
    void readsWithinAReadOnTheSameThread() throws Exception {
        assertThat(quietly(() -> reads.read(() -> Thread.currentThread() == reads.read(Thread::currentThread))))
                .isTrue();
    }

    @Test
    void throwsWhatTheReadThrew() throws Exception {
        StoreException broken = new StoreException("Cannot read: broken", new IllegalStateException("broken"));
        AssertionError worse = new AssertionError("worse");

        assertThat(quietly(() -> thrownBy(() -> failing(broken)))).isSameAs(broken);
        assertThat(quietly(() -> thrownBy(() -> failing(worse)))).isSameAs(worse);
    }

    @Test
    void endsAReadThatWasBegunWhenItsThreadIsToldToStop() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<Boolean> stillTold = new CompletableFuture<>();
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread quiet = QuietThread.of(
                () -> {
                    answer.complete(reads.read(() -> {
                        begun.countDown();
                        await(told);
                        return "whole";
                    }));
                    stillTold.complete(Thread.currentThread().isInterrupted());
                },
                "quiet");
        quiet.start();
        await(begun);
        quiet.interrupt();
        told.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("whole");
        assertThat(stillTold.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void asksTheClosedDatabaseItselfOnceItIsClosed() throws Exception {
        reads.close();

        assertThat(quietly(() -> reads.read(Thread::currentThread)).getName()).isEqualTo("quiet");
    }

    private Throwable thrownBy(Supplier<String> read) {
        try {
            return new AssertionError("Read " + reads.read(read));
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }

    private static String failing(RuntimeException e) {
        throw e;
    }

    private static String failing(Error e) {
        throw e;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    private static <T> T quietly(Supplier<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work::get);
        QuietThread.of(task, "quiet").start();
        return task.get(10, TimeUnit.SECONDS);
    }
}
