package tacit.runtime.harness.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What holds while a recorded call runs: its time, its random numbers, and what it asked others. Confined to its thread. */
final class RecordedCall {

    /** A call that asks more than this is not recorded: nobody could read it, and it must not fill the memory. */
    private static final int MOST_INNER = 1_000;

    private final Instant clock;
    private final long seed;
    private final RandomGenerator random;
    private final @Nullable List<InnerExchange> inner;
    private final boolean alone;
    private boolean spoiled;

    private RecordedCall(Instant clock, long seed, @Nullable List<InnerExchange> inner, boolean alone) {
        this.clock = clock;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.inner = inner;
        this.alone = alone;
    }

    static RecordedCall begin(Instant clock, long seed) {
        return new RecordedCall(clock, seed, new ArrayList<>(), false);
    }

    /** A call that only has its time and its random numbers, and of which nothing is kept. */
    static RecordedCall still(Instant clock, long seed, boolean alone) {
        return new RecordedCall(clock, seed, null, alone);
    }

    /**
     * The call of somebody else inside this one, at the same time. What that one asks in turn is not kept, and takes none
     * of the random numbers of this one: whoever asks again has its answer and does not call it.
     */
    RecordedCall within(long otherSeed) {
        return new RecordedCall(clock, otherSeed, null, alone);
    }

    /** Whether it may ask nobody else. */
    boolean isAlone() {
        return alone;
    }

    boolean keeps() {
        return inner != null;
    }

    void add(InnerExchange exchange) {
        if (inner == null || inner.size() >= MOST_INNER) {
            spoil();
        } else {
            inner.add(exchange);
        }
    }

    /** Says that not everything could be kept: the call could not be asked again. */
    void spoil() {
        spoiled = true;
    }

    Instant clock() {
        return clock;
    }

    long seed() {
        return seed;
    }

    RandomGenerator random() {
        return random;
    }

    boolean isSpoiled() {
        return spoiled;
    }

    List<InnerExchange> inner() {
        return inner == null ? List.of() : inner;
    }
}
