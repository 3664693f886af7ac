package tacit.api.learn;

import java.time.Duration;
import java.util.Objects;

/**
 * What a family of failures cost. Immutable.
 *
 * @param tokens tokens spent on its members
 * @param duration time spent on its members
 */
public record Impact(long tokens, Duration duration) {

    public Impact {
        Objects.requireNonNull(duration, "duration");
    }
}
