package tacit.bench.swap;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Counts class loaders that nothing should hold any longer. Confined to one thread. */
final class LoaderWatch {

    private static final int COLLECTIONS = 6;

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
