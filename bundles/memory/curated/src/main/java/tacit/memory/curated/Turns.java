package tacit.memory.curated;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Lets work of one workspace happen one after the other. Keeps nothing but its locks. Thread-safe. */
final class Turns {

    private static final int WIDTH = 64;

    private final Object[] locks =
            IntStream.range(0, WIDTH).mapToObj(index -> new Object()).toArray();

    <T> T take(String workspaceId, Supplier<T> work) {
        synchronized (locks[Math.floorMod(workspaceId.hashCode(), WIDTH)]) {
            return work.get();
        }
    }
}
