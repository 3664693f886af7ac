package tacit.runtime.testkit.swap;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What callers saw while one bundle was swapped. Thread-safe. */
final class Tally {

    private static final int MOST_WORDS = 5;

    private final LongAdder calls = new LongAdder();
    private final LongAdder own = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAccumulator worst = new LongAccumulator(Math::max, 0);
    private final Queue<String> words = new ConcurrentLinkedQueue<>();

    /** Makes a call and counts it; one of the bundle that is swapped counts as its own. */
    void make(String bundle, Ask ask, boolean swapped) {
        long begun = System.nanoTime();
        try {
            if (!ask.holds()) {
                fail(bundle + ": another answer");
            }
        } catch (RuntimeException | LinkageError lost) {
            // What a call loses is what is measured here; it is counted and goes on
            fail(bundle + ": " + lost);
        }
        calls.increment();
        if (swapped) {
            own.increment();
            worst.accumulate(System.nanoTime() - begun);
        }
    }

    private void fail(String why) {
        failed.increment();
        if (words.size() < MOST_WORDS) {
            words.add(why.replaceAll("\\s+", " "));
        }
    }

    long calls() {
        return calls.sum();
    }

    long own() {
        return own.sum();
    }

    long failed() {
        return failed.sum();
    }

    double worstMillis() {
        return worst.get() / 1e6;
    }

    /** Why the first calls failed. */
    String words() {
        return String.join("; ", words);
    }
}
