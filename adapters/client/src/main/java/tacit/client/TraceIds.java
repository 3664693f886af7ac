package tacit.client;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes the ids of traces and spans. Thread-safe where its generator is. */
public final class TraceIds {

    private final RandomGenerator random;

    public TraceIds(RandomGenerator random) {
        this.random = random;
    }

    /** 32 hexadecimal digits, not all of them zero. */
    public String trace() {
        return span() + span();
    }

    /** 16 hexadecimal digits, not all of them zero. */
    public String span() {
        long bits = random.nextLong();
        return String.format(Locale.ROOT, "%016x", bits == 0 ? 1 : bits);
    }
}
