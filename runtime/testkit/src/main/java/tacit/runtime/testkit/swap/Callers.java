package tacit.runtime.testkit.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Threads that ask without a pause, every second question to the bundle that is swapped, the others to each in turn. */
final class Callers implements AutoCloseable {

    private static final long PAUSE_NANOS = 50_000;

    private final List<Thread> threads;
    private volatile Tally tally = new Tally();
    private volatile String swapped = "";
    private volatile boolean stopped;

    Callers(List<Part> parts, int threads) {
        this.threads = IntStream.range(0, threads)
                .mapToObj(number -> caller(parts, number))
                .toList();
        this.threads.forEach(Thread::start);
    }

    private Thread caller(List<Part> parts, int number) {
        List<Turn> turns = new ArrayList<>();
        parts.forEach(part -> part.asks(number).forEach(ask -> turns.add(new Turn(part.bundle(), ask))));
        return new Thread(() -> ask(turns), "swap-caller-" + number);
    }

    private void ask(List<Turn> turns) {
        int any = 0;
        int own = 0;
        while (!stopped) {
            Tally now = tally;
            String bundle = swapped;
            Turn next = turns.get(any++ % turns.size());
            now.make(next.bundle(), next.ask(), next.bundle().equals(bundle));
            List<Turn> focus =
                    turns.stream().filter(turn -> turn.bundle().equals(bundle)).toList();
            if (!focus.isEmpty()) {
                now.make(bundle, focus.get(own++ % focus.size()).ask(), true);
            }
        }
    }

    /** Begins to count anew, for the swaps of this bundle. */
    Tally begin(String bundle) {
        Tally next = new Tally();
        swapped = bundle;
        tally = next;
        return next;
    }

    /** Waits until the bundle was asked so often since now, so that the version of the moment is really used. */
    void await(Tally counting, int more) {
        long until = counting.own() + more;
        while (counting.own() < until) {
            if (threads.stream().noneMatch(Thread::isAlive)) {
                throw new IllegalStateException("Cannot go on: the callers ended");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
