package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.trigger.times.CronTimes;

class FrequencyTest {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 4, 14, 37, 0, 0, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|* * * * *",
                "5|2-59/5 * * * *",
                "7|7-59/10 * * * *",
                "45|37 * * * *",
                "60|37 * * * *",
                "90|37 */2 * * *",
                "1440|37 14 * * *",
                "10080|37 14 * * 3",
                "43200|37 14 4 * *",
                "100000|37 14 4 3-12/3 *",
                "525600|37 14 4 3 *"
            })
    void saysItInFiveFields(int minutes, String cron) {
        assertThat(Frequency.cron(minutes, NOW)).isEqualTo(cron);
    }

    @Test
    void neverComesMoreOftenThanWasAsked() {
        for (int minutes = 1; minutes < 2000; minutes++) {
            CronTimes times = CronTimes.parse(Frequency.cron(minutes, NOW));
            Instant at = times.next(NOW.toInstant(), ZoneOffset.UTC).orElseThrow();
            for (int turn = 0; turn < 3; turn++) {
                Instant next = times.next(at, ZoneOffset.UTC).orElseThrow();
                assertThat(Duration.between(at, next))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(Math.min(minutes, 1440)));
                at = next;
            }
        }
    }
}
