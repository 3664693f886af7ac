package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tacit.runtime.testkit.MovingClock;

class RateLimitTest {

    private final MovingClock clock = new MovingClock();
    private final RateLimit limit = new RateLimit(2, clock);

    @Test
    void stopsACallerUntilTheMinuteIsOver() {
        assertThat(limit.pass("a")).isEmpty();
        clock.pass(Duration.ofSeconds(20));
        assertThat(limit.pass("a")).isEmpty();

        assertThat(limit.pass("a")).contains(Duration.ofSeconds(40));

        clock.pass(Duration.ofSeconds(39));
        assertThat(limit.pass("a")).contains(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(limit.pass("a")).isEmpty();
    }

    @Test
    void letsOtherCallersPass() {
        limit.pass("a");
        limit.pass("a");

        assertThat(limit.pass("a")).isPresent();
        assertThat(limit.pass("b")).isEmpty();
    }

    @Test
    void beginsAMinuteWithTheFirstCallInIt() {
        limit.pass("a");
        clock.pass(Duration.ofSeconds(61));
        limit.pass("a");
        limit.pass("a");

        assertThat(limit.pass("a")).contains(Duration.ofSeconds(60));
    }
}
