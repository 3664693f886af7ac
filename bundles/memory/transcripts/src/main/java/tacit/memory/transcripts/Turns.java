package tacit.memory.transcripts;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Lets saves of one run happen one after the other. Keeps nothing but its locks. Thread-safe. */
final class Turns {

    private static final int WIDTH = 64;

    private final Object[] locks =
            IntStream.range(0, WIDTH).mapToObj(index -> new Object()).toArray();

    <T> T take(String run, Supplier<T> work) {
        synchronized (locks[Math.floorMod(run.hashCode(), WIDTH)]) {
            return work.get();
        }
    }
}
