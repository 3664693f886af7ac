package tacit.runtime.harness.facade;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A seat in use: its leases, and what its bundle contributes besides. Thread-safe. */
public final class Entry {

    private final Seat seat;
    private final RoleGauge gauge;
    private final Lease calls = new Lease();
    private final Lease pins = new Lease();
    private final Map<String, Object> contributed = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Runnable> whenDrained = new AtomicReference<>();

    Entry(Seat seat, RoleGauge gauge) {
        this.seat = seat;
        this.gauge = gauge;
    }

    /** Counts from here on. */
    void begin() {
        gauge.begin(calls);
    }

    public Seat seat() {
        return seat;
    }

    RoleGauge gauge() {
        return gauge;
    }

    /** What this bundle contributes, by the keys under which successors are found. */
    public Map<String, Object> contributed() {
        return contributed;
    }

    /** What to do once nobody is inside any more. */
    public void whenDrained(Runnable release) {
        whenDrained.set(release);
    }

    /** Begins to use the bundle on this thread; answers false when it is no longer active. */
    public boolean enter() {
        return calls.enter(Lease.stripe()) != Lease.RETIRED;
    }

    /** Ends what {@link #enter} began, on the same thread. */
    public void leave() {
        calls.leave(Lease.stripe());
    }

    long enter(int stripe) {
        return calls.enter(stripe);
    }

    /** Enters for a view that has a pin. */
    long enterPinned(int stripe) {
        return calls.enterHeld(stripe);
    }

    /** Leaves after {@link #enterPinned} by a view that has no pin any more. */
    void turnBack(int stripe) {
        calls.turnBack(stripe);
    }

    void leave(int stripe) {
        calls.leave(stripe);
    }

    boolean pin(int stripe) {
        return pins.enter(stripe) != Lease.RETIRED;
    }

    void unpin(int stripe) {
        pins.leave(stripe);
    }

    void retire() {
        pins.retire();
        calls.retire();
    }

    /** Whether nobody is inside and nobody will be; then the counts are kept and the release is done, once. */
    boolean settle() {
        // The pins first: while there is one, calls may still begin by enterPinned.
        if (pins.drained() < 0) {
            return false;
        }
        long entries = calls.drained();
        if (entries < 0) {
            return false;
        }
        gauge.end(calls, entries);
        Runnable release = whenDrained.getAndSet(null);
        if (release != null) {
            release.run();
        }
        return true;
    }

    /** Calls in flight. */
    public long inside() {
        return calls.inside();
    }

    /** Views that are open. */
    public long views() {
        return pins.inside();
    }
}
