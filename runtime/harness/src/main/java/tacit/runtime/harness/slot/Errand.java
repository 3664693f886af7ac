package tacit.runtime.harness.slot;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs foreign code on a thread of its own, waits for each leg of it up to a deadline, and never cuts it off. What the work
 * of an errand starts in turn is a leg of the same errand: on a busy machine each change of threads costs milliseconds.
 */
final class Errand {

    private static final int FRAMES = 12;
    private static final long PATROL = TimeUnit.MILLISECONDS.toNanos(20);

    private @Nullable Leg leg;
    private boolean left;

    private Errand() {}

    /** A piece of foreign code that is under way. */
    private record Leg(String subject, Duration limit, long begun) {

        long remaining() {
            return limit.toNanos() - (System.nanoTime() - begun);
        }
    }

    /** The thread of one errand. */
    private static final class Runner extends Thread {

        private final Errand errand;

        Runner(Errand errand, Runnable task, String name) {
            super(task, "tacit-slot " + name);
            this.errand = errand;
            setDaemon(true);
        }
    }

    /**
     * Answers what foreign code answers.
     *
     * @param subject what begins the sentence when the deadline passes; may be empty
     * @param hung told the thread when the deadline passes; it goes on
     * @throws StepFailure when the deadline passes, with where the thread stands
     * @throws ExecutionException with what the work threw, errors too
     */
    static <T extends @Nullable Object> T run(
            String name, String subject, Duration deadline, Callable<T> work, Consumer<Thread> hung)
            throws StepFailure, ExecutionException {
        if (Thread.currentThread() instanceof Runner runner) {
            return runner.errand.walk(subject, deadline, work);
        }
        Errand errand = new Errand();
        return errand.send(name, () -> errand.walk(subject, deadline, work), hung);
    }

    /**
     * Runs work of our own whose foreign parts are legs of one errand.
     *
     * @param hung told the thread when the deadline of a leg passes; the work ends after that leg
     * @throws StepFailure when the deadline of a leg passes, or the work throws it
     * @throws ExecutionException with what else the work threw
     */
    static <T extends @Nullable Object> T attend(String name, Callable<T> work, Consumer<Thread> hung)
            throws StepFailure, ExecutionException {
        if (Thread.currentThread() instanceof Runner) {
            try {
                return work.call();
            } catch (StepFailure | CancellationException e) {
                throw e;
            } catch (Exception e) {
                throw new ExecutionException(e);
            }
        }
        return new Errand().send(name, work, hung);
    }

    private <T extends @Nullable Object> T send(String name, Callable<T> work, Consumer<Thread> hung)
            throws StepFailure, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Runner thread = new Runner(this, task, name);
        thread.start();
        try {
            return await(task, thread);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StepFailure failure) {
                throw failure;
            }
            throw e.getCause() instanceof ExecutionException foreign ? foreign : e;
        } catch (StepFailure e) {
            hung.accept(thread);
            throw e;
        } catch (InterruptedException e) {
            leave();
            hung.accept(thread);
            Thread.currentThread().interrupt();
            throw new StepFailure("the host was told to stop meanwhile", e);
        }
    }

    private <T extends @Nullable Object> T await(FutureTask<T> task, Thread thread)
            throws StepFailure, ExecutionException, InterruptedException {
        while (true) {
            try {
                return task.get(patience(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                Leg late = leaveLate();
                if (late != null) {
                    throw new StepFailure(
                            late.subject() + "it did not return within "
                                    + late.limit().toMillis() + " ms and stands at " + stack(thread),
                            e);
                }
            }
        }
    }

    private synchronized long patience() {
        return leg == null ? PATROL : Math.max(0, Math.min(PATROL, leg.remaining()));
    }

    private synchronized void leave() {
        left = true;
    }

    private synchronized @Nullable Leg leaveLate() {
        left = leg != null && leg.remaining() <= 0;
        return left ? leg : null;
    }

    private <T extends @Nullable Object> T walk(String subject, Duration deadline, Callable<T> work)
            throws ExecutionException {
        turn(new Leg(subject, deadline, System.nanoTime()));
        T answer;
        try {
            answer = work.call();
        } catch (Throwable foreign) {
            turn(null);
            throw new ExecutionException(foreign);
        }
        turn(null);
        return answer;
    }

    /** Begins or ends a leg; nobody waits any more for the work of an errand that was left, so it ends here. */
    private synchronized void turn(@Nullable Leg next) {
        if (left) {
            throw new CancellationException("Nobody waits for this any more");
        }
        leg = next;
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
