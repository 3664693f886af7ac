package tacit.bench.swap;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Threads that call a strategy without a pause until they are closed. */
final class Callers implements AutoCloseable {

    /** Takes about 20 microseconds to make a template of. */
    private static final String MESSAGE =
            "Unknown column 'hens.weight' in 'field list' at line 12 of /srv/data/report.sql, see"
                    + " https://example.org/errors?code=1054 (attempt 3 of 5, request 7f3a9b2c41d0) since 2026-03-01T10:15:30Z";

    private static final String INPUT = "SELECT hens.weight, hens.name FROM hens WHERE farm_id = 12 ORDER BY hens.name";

    private static final long PAUSE_NANOS = 20_000;

    private final List<Caller> callers;

    private Callers(List<Caller> callers) {
        this.callers = callers;
    }

    static Callers start(SwapStrategy strategy, int threads) {
        List<Caller> callers = IntStream.range(0, threads)
                .mapToObj(number -> new Caller(strategy, number))
                .toList();
        callers.forEach(Thread::start);
        return new Callers(callers);
    }

    long calls() {
        return callers.stream().mapToLong(caller -> caller.calls).sum();
    }

    long failed() {
        return callers.stream().mapToLong(caller -> caller.failed).sum();
    }

    double worstMillis() {
        return callers.stream().mapToLong(caller -> caller.worst).max().orElse(0) / 1e6;
    }

    /** Begins to measure how long calls take; those before were warming up. */
    void measure() {
        callers.forEach(caller -> caller.measured = true);
    }

    /** Looks at what the process holds while nobody calls, and lets them go on. */
    Resources resources() {
        callers.forEach(caller -> caller.paused = true);
        while (!callers.stream().allMatch(caller -> caller.resting)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        Resources now = Resources.now();
        callers.forEach(caller -> {
            caller.paused = false;
            LockSupport.unpark(caller);
        });
        return now;
    }

    /** Waits until each thread has called so often since now, so that the provider of the moment is really used. */
    void awaitEach(int more) {
        long[] until = callers.stream().mapToLong(caller -> caller.calls + more).toArray();
        for (int i = 0; i < until.length; i++) {
            while (callers.get(i).calls < until[i]) {
                if (!callers.get(i).isAlive()) {
                    throw new IllegalStateException("Cannot go on: a caller ended");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public void close() {
        callers.forEach(caller -> caller.stopped = true);
        try {
            for (Caller caller : callers) {
                caller.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its counts are written by its own thread only. */
    private static final class Caller extends Thread {

        private final SwapStrategy strategy;
        private volatile long calls;
        private volatile long failed;
        private volatile long worst;
        private volatile boolean measured;
        private volatile boolean stopped;
        private volatile boolean paused;
        private volatile boolean resting;

        Caller(SwapStrategy strategy, int number) {
            super("bench-caller-" + number);
            this.strategy = strategy;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate")
        public void run() {
            while (!stopped) {
                rest();
                boolean counts = measured;
                long begun = System.nanoTime();
                boolean answered = answered();
                long took = System.nanoTime() - begun;
                calls = calls + 1;
                if (!answered) {
                    failed = failed + 1;
                    pause(begun);
                } else if (counts && took > worst) {
                    worst = took;
                }
            }
        }

        private void rest() {
            while (paused) {
                resting = true;
                LockSupport.park(this);
            }
            resting = false;
        }

        private boolean answered() {
            try {
                return !strategy.call(MESSAGE, INPUT).isEmpty();
            } catch (RuntimeException | LinkageError lost) {
                // What a call loses is what is measured here; it is counted, not explained
                return false;
            }
        }

        /** A lost call takes as long as one that is answered: the counts then tell the time without an answer. */
        private static void pause(long begun) {
            while (System.nanoTime() - begun < PAUSE_NANOS) {
                Thread.onSpinWait();
            }
        }
    }
}
