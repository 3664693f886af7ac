package tacit.runtime.harness.facade;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts exactly who is inside, without a counter that all threads share. Thread-safe.
 *
 * <p>Each thread counts in one of several stripes, each in cache lines of its own: whoever enters counts {@code ENTERED}
 * and then looks whether the lease is retired; if so it counts {@code TURNED} and {@code LEFT} and has never been inside.
 */
final class Lease {

    /** What {@link #enter} answers when nobody may enter any more. */
    static final long RETIRED = 0;

    private static final int STRIPES = stripes();
    private static final int STRIDE = 16;
    private static final int ENTERED = 0;
    private static final int TURNED = 1;
    private static final int LEFT = 2;

    private final AtomicLongArray counts = new AtomicLongArray((STRIPES + 1) * STRIDE);
    private volatile boolean retired;

    /** The stripe of the calling thread; who entered by a stripe leaves by it. */
    static int stripe() {
        return (((int) Thread.currentThread().getId() & (STRIPES - 1)) + 1) * STRIDE;
    }

    /** Answers a ticket that counts the entries of the stripe from 1 on, or {@link #RETIRED}. */
    long enter(int stripe) {
        long ticket = counts.incrementAndGet(stripe + ENTERED);
        if (retired) {
            turnBack(stripe);
            return RETIRED;
        }
        return ticket;
    }

    /** Enters a lease that may be retired: only for one who keeps it from being drained by other means. */
    long enterHeld(int stripe) {
        return counts.incrementAndGet(stripe + ENTERED);
    }

    /** Leaves without having been inside. */
    void turnBack(int stripe) {
        counts.incrementAndGet(stripe + TURNED);
        counts.incrementAndGet(stripe + LEFT);
    }

    void leave(int stripe) {
        counts.incrementAndGet(stripe + LEFT);
    }

    /** Lets nobody in from here on. */
    void retire() {
        retired = true;
    }

    /**
     * How many were ever inside if nobody is and nobody will be; -1 otherwise.
     *
     * <p>All accesses are volatile, so they have one order. Whoever got in counted ENTERED before {@code retired} was set
     * (else it would have seen it), hence before these reads. LEFT is read first: each exit that it shows has its ENTERED in
     * the later read. So the exits read are some of the entries read, and equal sums mean that they are all of them: everybody
     * who got in has left. TURNED is read in between, so it is exactly the ones among them who turned back.
     */
    long drained() {
        if (!retired) {
            return -1;
        }
        long left = sum(LEFT);
        long turned = sum(TURNED);
        return left == sum(ENTERED) ? left - turned : -1;
    }

    /** How many got in until now. */
    long entries() {
        long turned = sum(TURNED);
        return sum(ENTERED) - turned;
    }

    /** How many are inside; exact when nobody moves. */
    long inside() {
        long left = sum(LEFT);
        return sum(ENTERED) - left;
    }

    private long sum(int kind) {
        long sum = 0;
        for (int stripe = 1; stripe <= STRIPES; stripe++) {
            sum += counts.get(stripe * STRIDE + kind);
        }
        return sum;
    }

    private static int stripes() {
        int wanted = 4 * Runtime.getRuntime().availableProcessors();
        return Math.min(64, Math.max(8, Integer.highestOneBit(wanted)));
    }
}
