package tacit.runtime.harness.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoleGaugeTest {

    private final RoleGauge gauge = new RoleGauge("hen");

    @Test
    void knowsNoDurationBeforeTheFirstSample() {
        assertThat(gauge.p99()).isNull();
    }

    @Test
    void answersTheSlowestOfAFewSamples() {
        gauge.took(5);
        gauge.took(9);
        gauge.took(7);

        assertThat(gauge.p99()).isEqualTo(Duration.ofNanos(9));
    }

    @Test
    void leavesOutTheSlowestOfAHundred() {
        for (int nanos = 1; nanos <= 100; nanos++) {
            gauge.took(nanos);
        }

        assertThat(gauge.p99()).isEqualTo(Duration.ofNanos(99));
    }

    @Test
    void forgetsWhatWasLongAgo() {
        gauge.took(1_000_000);
        for (int i = 0; i < 600; i++) {
            gauge.took(10);
        }

        assertThat(gauge.p99()).isEqualTo(Duration.ofNanos(10));
    }

    @Test
    void keepsTheCountOfALeaseThatEnded() {
        Lease lease = new Lease();
        gauge.begin(lease);
        lease.enter(Lease.stripe());
        lease.leave(Lease.stripe());

        assertThat(gauge.calls()).isEqualTo(1);
        gauge.end(lease, 1);
        gauge.end(lease, 1);

        assertThat(gauge.calls()).isEqualTo(1);
    }
}
