package tacit.runtime.harness.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import tacit.runtime.harness.slot.Probe;
import tacit.runtime.harness.slot.Question;

/** Calls facades without a pause while a drill swaps what is behind them. Thread-safe. */
final class Callers implements AutoCloseable {

    private static final int THREADS = 2;

    /**
     * Something to ask a facade, and what it answers.
     *
     * @param facade the facade
     * @param type its interface
     * @param question what to ask
     * @param answer what was answered before the drill
     */
    record Line(Object facade, Class<?> type, Question question, String answer) {}

    private final Probe probe;
    private final List<Line> lines;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong worst = new AtomicLong();
    private volatile boolean ended;

    private Callers(Probe probe, List<Line> lines) {
        this.probe = probe;
        this.lines = List.copyOf(lines);
    }

    /** Begins to call; nobody calls when there is nothing to ask. */
    static Callers start(Probe probe, List<Line> lines) {
        Callers callers = new Callers(probe, lines);
        for (int i = 0; i < THREADS && !lines.isEmpty(); i++) {
            Thread thread = new Thread(callers::run, "tacit-drill-" + i);
            thread.setDaemon(true);
            callers.threads.add(thread);
            thread.start();
        }
        return callers;
    }

    private void run() {
        while (!ended) {
            lines.forEach(this::call);
        }
    }

    private void call(Line line) {
        long begin = System.nanoTime();
        if (!right(line, () -> probe.ask(line.facade(), line.type(), line.question()))) {
            failed.incrementAndGet();
        }
        worst.accumulateAndGet(System.nanoTime() - begin, Math::max);
        made.incrementAndGet();
    }

    private static boolean right(Line line, Callable<String> call) {
        try {
            return call.call().equals(line.answer());
        } catch (Exception e) {
            return false;
        }
    }

    long made() {
        return made.get();
    }

    /** Calls that threw or answered other than before. */
    long failed() {
        return failed.get();
    }

    long worstNanos() {
        return worst.get();
    }

    /** Lets each caller end its call. */
    @Override
    public void close() {
        ended = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
