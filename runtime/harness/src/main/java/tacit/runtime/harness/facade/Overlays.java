package tacit.runtime.harness.facade;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which threads are led to which overlay. Thread-safe. */
public final class Overlays {

    private final Facades facades;
    private final Function<Seat, Entry> entries;
    // Of the instance, not static: several harnesses may live in one process, and their trials have nothing in common.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Overlay> current = new ThreadLocal<>();
    // Lets calls pass without a look at the thread's own state while nobody is led anywhere.
    private final AtomicInteger led = new AtomicInteger();

    Overlays(Facades facades, Function<Seat, Entry> entries) {
        this.facades = facades;
        this.entries = entries;
    }

    /** Makes an overlay of these seats, one at most for a role; nobody is led there yet. */
    public Overlay lay(Collection<Seat> seats) {
        Map<String, Entry> laid = new HashMap<>();
        for (Seat seat : seats) {
            Entry entry = entries.apply(seat);
            entry.begin();
            laid.put(seat.role(), entry);
        }
        return new Overlay(laid);
    }

    /** Lets what is called meanwhile on this thread be answered by the overlay, where it has the role. */
    public <T> T under(Overlay overlay, Callable<T> work) throws Exception {
        Overlay outer = current();
        led.incrementAndGet();
        current.set(overlay);
        try {
            return work.call();
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
            led.decrementAndGet();
        }
    }

    /** The same work, led on any thread to where this one is led. */
    public <T> Callable<T> carried(Callable<T> work) {
        Overlay here = current();
        return here == null ? work : () -> under(here, work);
    }

    /** Leads nobody there any more; who is inside finishes there. */
    public Retirement withdraw(Overlay overlay) {
        List<Entry> gone = overlay.withdraw();
        return facades.retire(gone);
    }

    /** Who answers for a role on this thread in place of the table; null for nobody. */
    @Nullable
    Entry entry(String role) {
        Overlay overlay = current();
        return overlay == null ? null : overlay.entry(role);
    }

    private @Nullable Overlay current() {
        return led.get() == 0 ? null : current.get();
    }
}
