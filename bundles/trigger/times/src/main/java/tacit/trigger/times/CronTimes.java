package tacit.trigger.times;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times of a cron expression: minute, hour, day of month, month and day of week, each {@code *}, a value, a name, a range, a step
 * or a list of them; or {@code @hourly} and its like. A day must meet both day fields, or one of them where neither begins with
 * {@code *}. Where the clock goes forward, what it skips comes once, right after; where it goes back, what comes again is left out.
 * An expression for every hour follows the elapsed time instead: it comes in both of two doubled hours. Immutable.
 */
public final class CronTimes {

    private static final Map<String, String> NAMED = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private static final long EVERY_HOUR = (1L << 24) - 1;

    /** How far it looks: longer than any 29th of February that is a given weekday lets wait. */
    private static final int YEARS = 41;

    private static final List<Duration> LOOKS_BACK =
            List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(32), Duration.ofDays(400));

    private final String expression;
    private final long minutes;
    private final long hours;
    private final long days;
    private final long months;
    private final long weekdays;
    private final boolean either;

    private CronTimes(String expression, String[] fields) {
        this.expression = expression;
        this.minutes = CronField.MINUTE.parse(fields[0]);
        this.hours = CronField.HOUR.parse(fields[1]);
        this.days = CronField.DAY.parse(fields[2]);
        this.months = CronField.MONTH.parse(fields[3]);
        this.weekdays = CronField.WEEKDAY.parse(fields[4]);
        this.either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it is none, or names a time that never comes; says which field
     */
    public static CronTimes parse(String expression) {
        String plain = expression.strip();
        String[] fields =
                NAMED.getOrDefault(plain.toLowerCase(Locale.ROOT), plain).split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("expression must have five fields, got " + fields.length);
        }
        CronTimes times = new CronTimes(String.join(" ", fields), fields);
        if (times.next(Instant.EPOCH, ZoneOffset.UTC).isEmpty()) {
            throw new IllegalArgumentException("expression must name a day that comes, got '" + times + "'");
        }
        return times;
    }

    /** The first time after a moment; empty when there is none in some forty years. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        return hours == EVERY_HOUR ? nextElapsed(after, zone) : nextLocal(after, zone);
    }

    /** The last time after one moment and not after another; empty for none. However many there are, it is fast. */
    public Optional<Instant> latest(Instant after, Instant until, ZoneId zone) {
        for (Duration back : LOOKS_BACK) {
            Instant from = until.minus(back);
            if (!from.isAfter(after)) {
                break;
            }
            Optional<Instant> found = lastOf(from, until, zone);
            if (found.isPresent()) {
                return found;
            }
        }
        return lastOf(after, until, zone);
    }

    private Optional<Instant> lastOf(Instant after, Instant until, ZoneId zone) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> next = next(after, zone);
        while (next.isPresent() && !next.get().isAfter(until)) {
            last = next;
            next = next(next.get(), zone);
        }
        return last;
    }

    private Optional<Instant> nextElapsed(Instant after, ZoneId zone) {
        ZonedDateTime time = after.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        int end = time.getYear() + YEARS;
        while (time.getYear() < end) {
            if (!has(time.toLocalDate())) {
                time = startOfNextDay(time, zone);
            } else if (!has(minutes, time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return Optional.of(time.toInstant());
            }
        }
        return Optional.empty();
    }

    /** Midnight after; of two such, the one that is later than the time. */
    private static ZonedDateTime startOfNextDay(ZonedDateTime time, ZoneId zone) {
        ZonedDateTime start = time.toLocalDate().plusDays(1).atStartOfDay(zone);
        return start.isAfter(time) ? start : start.withLaterOffsetAtOverlap();
    }

    private Optional<Instant> nextLocal(Instant after, ZoneId zone) {
        LocalDateTime from = after.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        LocalDateTime end = from.plusYears(YEARS);
        while (from.isBefore(end)) {
            LocalDateTime time = nextWritten(from);
            if (time == null) {
                from = from.toLocalDate().plusDays(1).atStartOfDay();
                continue;
            }
            Instant instant = instant(time, zone);
            if (instant.isAfter(after)) {
                return Optional.of(instant);
            }
            from = time.plusMinutes(1);
        }
        return Optional.empty();
    }

    private static Instant instant(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty() ? zone.getRules().getTransition(time).getInstant() : time.toInstant(offsets.get(0));
    }

    /** The first time of that day from then on; null for none. */
    private @Nullable LocalDateTime nextWritten(LocalDateTime from) {
        if (!has(from.toLocalDate())) {
            return null;
        }
        for (int hour = from.getHour(); hour < 24; hour++) {
            int start = hour == from.getHour() ? from.getMinute() : 0;
            long left = has(hours, hour) ? minutes >>> start : 0;
            if (left != 0) {
                return from.toLocalDate().atTime(hour, start + Long.numberOfTrailingZeros(left));
            }
        }
        return null;
    }

    private boolean has(LocalDate date) {
        if (!has(months, date.getMonthValue())) {
            return false;
        }
        boolean day = has(days, date.getDayOfMonth());
        boolean weekday = has(weekdays, date.getDayOfWeek().getValue() % 7);
        return either ? day || weekday : day && weekday;
    }

    private static boolean has(long values, int value) {
        return (values & 1L << value) != 0;
    }

    /** The expression in five fields. */
    @Override
    public String toString() {
        return expression;
    }
}
