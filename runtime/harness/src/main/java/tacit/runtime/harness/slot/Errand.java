package tacit.runtime.harness.slot;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs foreign code on a thread of its own, waits for it up to a deadline, and never cuts it off. */
final class Errand {

    private static final int FRAMES = 12;

    private Errand() {}

    /**
     * Answers what the work answers.
     *
     * @param hung told the thread when the deadline passes; it goes on
     * @throws StepFailure when the deadline passes, with where the thread stands
     * @throws ExecutionException with what the work threw, errors too
     */
    static <T> T run(String name, Duration deadline, Callable<T> work, Consumer<Thread> hung)
            throws StepFailure, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "tacit-slot " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            hung.accept(thread);
            throw new StepFailure(
                    "it did not return within " + deadline.toMillis() + " ms and stands at " + stack(thread), e);
        } catch (InterruptedException e) {
            hung.accept(thread);
            Thread.currentThread().interrupt();
            throw new StepFailure("the host was told to stop meanwhile", e);
        }
    }

    /** Where a thread stands, innermost first. */
    static String stack(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        String shown = Arrays.stream(frames)
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
        return shown.isEmpty() ? "its end" : shown;
    }
}
