package tacit.trigger.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "* * * * *, 2026-03-04T10:20:30Z, 2026-03-04T10:21:00Z",
        "* * * * *, 2026-03-04T10:20:00Z, 2026-03-04T10:21:00Z",
        "0 9 * * *, 2026-03-04T09:00:00Z, 2026-03-05T09:00:00Z",
        "0 9 * * mon-fri, 2026-03-06T09:00:00Z, 2026-03-09T09:00:00Z",
        "*/15 8-10 * * *, 2026-03-04T10:45:00Z, 2026-03-05T08:00:00Z",
        "5/20 * * * *, 2026-03-04T10:26:00Z, 2026-03-04T10:45:00Z",
        "'0,30 9,17 * * *', 2026-03-04T09:30:00Z, 2026-03-04T17:00:00Z",
        "'10-20/5,58 * * * *', 2026-03-04T10:20:00Z, 2026-03-04T10:58:00Z",
        "'0 0 1 JAN,jul *', 2026-03-04T00:00:00Z, 2026-07-01T00:00:00Z",
        "0 0 * * 7, 2026-03-04T00:00:00Z, 2026-03-08T00:00:00Z",
        "0 0 * * 0, 2026-03-04T00:00:00Z, 2026-03-08T00:00:00Z",
        "0 0 * * sat-sun, 2026-03-07T00:00:00Z, 2026-03-08T00:00:00Z",
        "0 0 29 2 *, 2026-03-04T00:00:00Z, 2028-02-29T00:00:00Z",
        "0 0 31 * *, 2026-03-31T00:00:00Z, 2026-05-31T00:00:00Z",
        "@hourly, 2026-03-04T10:20:30Z, 2026-03-04T11:00:00Z",
        "@Daily, 2026-03-04T10:20:30Z, 2026-03-05T00:00:00Z",
        "@weekly, 2026-03-04T10:20:30Z, 2026-03-08T00:00:00Z",
        "@monthly, 2026-03-04T10:20:30Z, 2026-04-01T00:00:00Z",
        "@yearly, 2026-03-04T10:20:30Z, 2027-01-01T00:00:00Z",
    })
    void findsTheNextTime(String expression, Instant after, Instant next) {
        assertThat(CronTimes.parse(expression).next(after, ZoneOffset.UTC)).contains(next);
    }

    @Test
    void takesEitherDayWhenBothAreNamed() {
        List<Instant> times =
                times("0 0 13 * fri", Instant.parse("2026-03-10T00:00:00Z"), "2026-03-28T00:00:00Z", ZoneOffset.UTC);

        assertThat(times)
                .containsExactly(
                        Instant.parse("2026-03-13T00:00:00Z"),
                        Instant.parse("2026-03-20T00:00:00Z"),
                        Instant.parse("2026-03-27T00:00:00Z"));
    }

    @Test
    void takesBothDaysWhenOneBeginsWithAStar() {
        assertThat(CronTimes.parse("0 0 */7 * sun").next(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC))
                .contains(Instant.parse("2026-03-08T00:00:00Z"));
        assertThat(CronTimes.parse("0 0 29 2 */7").next(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC))
                .contains(Instant.parse("2032-02-29T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "* * * *, expression must have five fields",
        "'', expression must have five fields",
        "* * * * * *, expression must have five fields",
        "@reboot, expression must have five fields",
        "60 * * * *, 'minute must be in [0, 59], got ''60'''",
        "* 24 * * *, hour must be in",
        "* * 0 * *, day of month must be in",
        "* * * 13 *, month must be in",
        "* * * * 8, day of week must be in",
        "-1 * * * *, minute must be in",
        "1- * * * *, minute must be in",
        "'1,,2 * * * *', minute must be in",
        "x * * * *, minute must be in",
        "* * * * funday, day of week must be in",
        "20-10 * * * *, minute must name a range upwards",
        "*/0 * * * *, minute must have a step",
        "*/x * * * *, minute must have a step",
        "*/60 * * * *, minute must have a step",
        "99999999999 * * * *, minute must be in",
        "0 0 31 2 *, expression must name a day that comes",
        "'0 0 31 4,6,9,11 *', expression must name a day that comes",
    })
    void refusesWhatIsNoExpression(String expression, String message) {
        assertThatThrownBy(() -> CronTimes.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void runsWhatTheClockSkipsOnceAfterwards() {
        List<Instant> times = times("*/20 2 * * *", at(2026, 3, 28, 12, 0), "2026-03-30T12:00:00Z", BERLIN);

        assertThat(times)
                .containsExactly(
                        Instant.parse("2026-03-29T01:00:00Z"),
                        at(2026, 3, 30, 2, 0),
                        at(2026, 3, 30, 2, 20),
                        at(2026, 3, 30, 2, 40));
    }

    @Test
    void runsWhatTheClockRepeatsOnce() {
        List<Instant> times = times("30 2 * * *", at(2026, 10, 24, 12, 0), "2026-10-26T12:00:00Z", BERLIN);

        assertThat(times).containsExactly(Instant.parse("2026-10-25T00:30:00Z"), at(2026, 10, 26, 2, 30));
    }

    @Test
    void doesNotRunAgainWhenAskedWithinTheRepeatedHour() {
        Instant second = Instant.parse("2026-10-25T01:10:00Z");

        assertThat(CronTimes.parse("30 2 * * *").next(second, BERLIN)).contains(at(2026, 10, 26, 2, 30));
        assertThat(CronTimes.parse("0,50 2,3 * * *").next(second, BERLIN)).contains(at(2026, 10, 25, 3, 0));
    }

    @Test
    void followsElapsedTimeWhenItRunsEveryHour() {
        assertThat(times("30 * * * *", Instant.parse("2026-11-01T04:00:00Z"), "2026-11-01T08:00:00Z", NEW_YORK))
                .containsExactly(
                        Instant.parse("2026-11-01T04:30:00Z"),
                        Instant.parse("2026-11-01T05:30:00Z"),
                        Instant.parse("2026-11-01T06:30:00Z"),
                        Instant.parse("2026-11-01T07:30:00Z"));
        assertThat(times("30 * * * *", Instant.parse("2026-03-08T06:00:00Z"), "2026-03-08T08:00:00Z", NEW_YORK))
                .containsExactly(Instant.parse("2026-03-08T06:30:00Z"), Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void runsOnceForADayThatAZoneLeftOut() {
        ZoneId apia = ZoneId.of("Pacific/Apia");

        assertThat(times("0 6 * * *", Instant.parse("2011-12-29T12:00:00Z"), "2011-12-31T12:00:00Z", apia))
                .containsExactly(
                        Instant.parse("2011-12-29T16:00:00Z"),
                        Instant.parse("2011-12-30T10:00:00Z"),
                        Instant.parse("2011-12-30T16:00:00Z"));
    }

    @Test
    void findsTheLastOfManyMissedTimesFast() {
        Instant until = Instant.parse("2026-03-04T10:20:30Z");

        assertThat(CronTimes.parse("* * * * *").latest(Instant.EPOCH, until, ZoneOffset.UTC))
                .contains(Instant.parse("2026-03-04T10:20:00Z"));
        assertThat(CronTimes.parse("0 12 * * *").latest(Instant.EPOCH, until, ZoneOffset.UTC))
                .contains(Instant.parse("2026-03-03T12:00:00Z"));
        assertThat(CronTimes.parse("0 0 29 2 *").latest(Instant.EPOCH, until, ZoneOffset.UTC))
                .contains(Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(CronTimes.parse("0 12 * * *").latest(until.minus(Duration.ofHours(20)), until, ZoneOffset.UTC))
                .isEmpty();
    }

    @Test
    void tellsItsFiveFields() {
        assertThat(CronTimes.parse(" @daily ")).hasToString("0 0 * * *");
        assertThat(CronTimes.parse("  0   9 * *  mon ")).hasToString("0 9 * * mon");
    }

    private static Instant at(int year, int month, int day, int hour, int minute) {
        return ZonedDateTime.of(year, month, day, hour, minute, 0, 0, BERLIN).toInstant();
    }

    private static List<Instant> times(String expression, Instant after, String until, ZoneId zone) {
        List<Instant> times = new ArrayList<>();
        Instant end = Instant.parse(until);
        CronTimes cron = CronTimes.parse(expression);
        for (Instant time = after; ; ) {
            time = cron.next(time, zone).orElseThrow();
            if (time.isAfter(end)) {
                return times;
            }
            times.add(time);
        }
    }
}
