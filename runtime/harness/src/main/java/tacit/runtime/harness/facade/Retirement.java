package tacit.runtime.harness.facade;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The entries that one change of the table retired. Thread-safe; holds them only until nobody is inside any more. */
public final class Retirement {

    private static final long SHORTEST_WAIT = 20_000;
    private static final long LONGEST_WAIT = 1_000_000;

    private final Facades facades;
    private volatile List<Entry> waiting;

    Retirement(Facades facades, List<Entry> retired) {
        this.facades = facades;
        this.waiting = List.copyOf(retired);
    }

    /** Waits until nobody is inside; answers false when the time is over before. */
    public boolean drain(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        long wait = SHORTEST_WAIT;
        while (!remaining().isEmpty()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(wait);
            wait = Math.min(2 * wait, LONGEST_WAIT);
        }
        return true;
    }

    /** The entries that somebody is in. */
    public List<Entry> remaining() {
        if (!waiting.isEmpty()) {
            waiting = waiting.stream().filter(entry -> !entry.settle()).toList();
            facades.settle();
        }
        return waiting;
    }
}
