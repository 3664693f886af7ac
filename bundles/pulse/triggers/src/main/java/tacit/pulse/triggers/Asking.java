package tacit.pulse.triggers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of a trigger on a thread of its own; what comes too late is nobody's. Thread-safe. */
final class Asking<T> implements Runnable {

    private final Supplier<T> question;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable T answer;
    private @Nullable Throwable failure;
    private @Nullable Thread thread;
    private @Nullable Runnable late;
    private boolean over;

    Asking(Supplier<T> question) {
        this.question = question;
    }

    @Override
    public void run() {
        begin();
        try {
            answer = question.get();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            end();
            done.countDown();
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
    }

    private synchronized void end() {
        thread = null;
        over = true;
        if (late != null) {
            late.run();
        }
    }

    /**
     * Asks it to end, as nobody waits for it any more.
     *
     * @param back run when it comes back
     * @return where it is; null when it came back in this moment
     */
    synchronized StackTraceElement @Nullable [] giveUp(Runnable back) {
        if (over) {
            return null;
        }
        late = back;
        if (thread == null) {
            return new StackTraceElement[0];
        }
        thread.interrupt();
        return thread.getStackTrace();
    }

    boolean comesWithin(long millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    /** What it said, when it came in time; what it threw is thrown on, and errors of its classes are failures like others. */
    T answer() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("It failed: " + failure.getClass().getSimpleName(), failure);
        }
        if (answer == null) {
            throw new IllegalStateException("It answered nothing");
        }
        return answer;
    }
}
