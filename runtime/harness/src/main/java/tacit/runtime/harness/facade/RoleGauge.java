package tacit.runtime.harness.facade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What is counted of a role while its providers come and go. Thread-safe; holds nothing of a provider. */
final class RoleGauge {

    private static final int SAMPLES = 512;

    private final String type;
    private final LongAdder errors = new LongAdder();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLongArray nanos = new AtomicLongArray(SAMPLES);
    private final Object lock = new Object();
    private final List<Lease> leases = new ArrayList<>();
    private long earlier;

    RoleGauge(String type) {
        this.type = type;
    }

    /** The name of the interface; empty when there is none. */
    String type() {
        return type;
    }

    void failed() {
        errors.increment();
    }

    void took(long duration) {
        int place = taken.getAndUpdate(n -> n == Integer.MAX_VALUE ? SAMPLES : n + 1);
        nanos.set(place % SAMPLES, duration);
    }

    void begin(Lease lease) {
        synchronized (lock) {
            leases.add(lease);
        }
    }

    /** Forgets a lease and keeps what it counted. */
    void end(Lease lease, long entries) {
        synchronized (lock) {
            if (leases.remove(lease)) {
                earlier += entries;
            }
        }
    }

    long calls() {
        synchronized (lock) {
            return earlier + leases.stream().mapToLong(Lease::entries).sum();
        }
    }

    long inside() {
        synchronized (lock) {
            return leases.stream().mapToLong(Lease::inside).sum();
        }
    }

    long errors() {
        return errors.sum();
    }

    @Nullable
    Duration p99() {
        int samples = Math.min(taken.get(), SAMPLES);
        if (samples == 0) {
            return null;
        }
        long[] sorted = new long[samples];
        Arrays.setAll(sorted, nanos::get);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(samples * 99 + 99) / 100 - 1]);
    }
}
