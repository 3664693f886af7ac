package tacit.memory.context;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered. Immutable.
 *
 * @param value null when there is none
 * @param reason why there is none; empty when there is one
 * @param isLate whether patience ended before it came
 */
record Answer<T>(@Nullable T value, String reason, boolean isLate) {

    static <T> Answer<T> of(T value) {
        return new Answer<>(Objects.requireNonNull(value, "value"), "", false);
    }

    static <T> Answer<T> none(String reason) {
        return new Answer<>(null, reason, false);
    }

    static <T> Answer<T> late(Duration patience) {
        return new Answer<>(null, "It did not answer within " + patience.toMillis() + " ms", true);
    }

    Optional<T> given() {
        return Optional.ofNullable(value);
    }
}
