package tacit.surface.mission.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times, durations and numbers in words. What is not known is a dash. */
final class Phrases {

    private static final String NOTHING = "–";
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Phrases() {}

    /** A time as seen from now: {@code 5 min ago}, {@code in 2 h}, or its date when it is further away than four weeks. */
    static String ago(@Nullable Object value, Instant now) {
        Instant time = time(value);
        if (time == null) {
            return value == null || value.toString().isEmpty() ? NOTHING : value.toString();
        }
        long seconds = Duration.between(time, now).toSeconds();
        long away = Math.abs(seconds);
        if (away < 5) {
            return "just now";
        }
        if (away >= 28 * DAY) {
            return DATE.format(time);
        }
        String length = away < MINUTE
                ? away + " s"
                : away < HOUR ? away / MINUTE + " min" : away < DAY ? away / HOUR + " h" : days(away / DAY);
        return seconds > 0 ? length + " ago" : "in " + length;
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** A time to the second, in UTC. */
    static String exact(@Nullable Object value) {
        Instant time = time(value);
        return time == null ? "" : TIME.format(time);
    }

    /** Seconds in words: {@code 240 ms}, {@code 3.2 s}, {@code 5 min 10 s}, {@code 3 h 5 min}, {@code 4 days}. */
    static String lasted(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return NOTHING;
        }
        double seconds = number.doubleValue();
        long whole = Math.round(seconds);
        if (seconds < 1) {
            return Math.round(seconds * 1000) + " ms";
        }
        if (seconds < MINUTE) {
            return format("0.#", seconds) + " s";
        }
        if (whole < HOUR) {
            return two(whole, MINUTE, " min", 1, " s");
        }
        return whole < 2 * DAY ? two(whole, HOUR, " h", MINUTE, " min") : whole / DAY + " days";
    }

    private static String two(long seconds, long unit, String name, long smaller, String smallerName) {
        long rest = seconds % unit / smaller;
        return seconds / unit + name + (rest == 0 ? "" : " " + rest + smallerName);
    }

    /** A number with its thousands apart. */
    static String count(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value == null ? NOTHING : value.toString();
        }
        return format("#,##0.###", number.doubleValue());
    }

    /** A share of one as percent. */
    static String share(@Nullable Object value) {
        if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
            return NOTHING;
        }
        return format("0.#", number.doubleValue() * 100) + " %";
    }

    /** A state or key as words. */
    static String words(@Nullable Object value) {
        return value == null ? NOTHING : value.toString().replace('_', ' ');
    }

    private static String format(String pattern, double number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static @Nullable Instant time(@Nullable Object value) {
        try {
            return value == null ? null : Instant.parse(value.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
