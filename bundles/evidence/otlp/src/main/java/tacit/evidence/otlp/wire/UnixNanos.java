package tacit.evidence.otlp.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads times in nanoseconds since 1970; 0 says that a time is not known. */
final class UnixNanos {

    private static final long SECOND = 1_000_000_000L;

    private UnixNanos() {}

    static @Nullable Instant instant(String name, long nanos) {
        if (nanos < 0) {
            throw new BadItemException(name + " must be in [0, 2^63), got a value outside");
        }
        return nanos == 0 ? null : Instant.ofEpochSecond(nanos / SECOND, nanos % SECOND);
    }
}
