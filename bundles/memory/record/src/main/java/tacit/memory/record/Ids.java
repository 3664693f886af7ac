package tacit.memory.record;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Names memories: first the time, so that new rows meet in the part of the index that is in memory. Thread-safe as its generator. */
final class Ids implements Supplier<String> {

    private final Clock clock;
    private final RandomGenerator random;

    Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String get() {
        return "m%011x%016x".formatted(clock.millis(), random.nextLong());
    }
}
