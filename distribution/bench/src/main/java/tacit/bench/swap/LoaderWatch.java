package tacit.bench.swap;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Counts class loaders that nothing should hold any longer. Confined to one thread. */
final class LoaderWatch {

    private static final int COLLECTIONS = 20;

    /** Threads that were at work for a provider let go of it when they end, a moment later. */
    private static final long PAUSE_NANOS = 100_000_000;

    private final List<WeakReference<ClassLoader>> seen = new ArrayList<>();

    void see(List<ClassLoader> loaders) {
        loaders.forEach(loader -> {
            if (seen.stream().noneMatch(known -> known.refersTo(loader))) {
                seen.add(new WeakReference<>(loader));
            }
        });
        seen.removeIf(known -> known.refersTo(null));
    }

    /** How many are still there that are not in place. */
    long leaked(List<ClassLoader> inPlace) {
        for (int i = 0; i < COLLECTIONS && stale(inPlace) > 0; i++) {
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return stale(inPlace);
    }

    private long stale(List<ClassLoader> inPlace) {
        return seen.stream()
                .filter(known -> !known.refersTo(null))
                .filter(known -> inPlace.stream().noneMatch(known::refersTo))
                .count();
    }
}
