package tacit.pulse.loop;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/** Keeps the pulses of one profile apart: never two at once. Thread-safe. */
@Component(service = Pulses.class)
public final class Pulses {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Runs one unless another is under way. */
    <T> Optional<T> tryAlone(String profileId, Supplier<T> pulse) {
        ReentrantLock lock = lock(profileId);
        if (lock.isHeldByCurrentThread() || !lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(pulse.get());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs one after the one that is under way.
     *
     * @throws IllegalStateException when it is that one which asks
     */
    <T> T alone(String profileId, Supplier<T> pulse) {
        ReentrantLock lock = lock(profileId);
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("A pulse of profile '" + profileId + "' can not start another");
        }
        lock.lock();
        try {
            return pulse.get();
        } finally {
            lock.unlock();
        }
    }

    boolean running(String profileId) {
        return lock(profileId).isLocked();
    }

    private ReentrantLock lock(String profileId) {
        return locks.computeIfAbsent(profileId, id -> new ReentrantLock(true));
    }
}
