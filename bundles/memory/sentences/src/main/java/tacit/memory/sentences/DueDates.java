package tacit.memory.sentences;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds until when something has to be done. A weekday is the next one of its name; without a time of day it is 17:00 there, and
 * a distance such as "tomorrow" is counted from when it was said.
 */
final class DueDates {

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern ISO = Pattern.compile("\\b(20\\d\\d)-(\\d\\d)-(\\d\\d)\\b");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(20\\d\\d)\\b");
    private static final Pattern DAY_MONTH = Pattern.compile(
            CalendarWords.BEGIN + "(\\d{1,2})(?:\\.|er|st|nd|rd|th)?\\s+(?:de\\s+|of\\s+)?" + CalendarWords.MONTH,
            FLAGS);
    private static final Pattern MONTH_DAY = Pattern.compile(
            CalendarWords.BEGIN + CalendarWords.MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?" + CalendarWords.END + "(?!:)",
            FLAGS);
    private static final Pattern DISTANCE = Pattern.compile(
            CalendarWords.BEGIN + "(?:in|en|dans|within|binnen|innerhalb von|dentro de)\\s+" + CalendarWords.NUMBER
                    + "\\s+" + CalendarWords.UNIT,
            FLAGS);
    private static final Pattern WEEKDAY =
            Pattern.compile(CalendarWords.BEGIN + CalendarWords.WEEKDAY + CalendarWords.END, FLAGS);
    private static final Pattern TIME = Pattern.compile(
            CalendarWords.BEGIN + "(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.|uhr|h)(?![\\p{L}\\p{N}])"
                    + "|" + CalendarWords.BEGIN + "(\\d{1,2})[:h](\\d{2})" + CalendarWords.END,
            FLAGS);

    private static final Prefilter ALL = new Prefilter(Stream.concat(
                    Stream.of(ISO, DOTTED, DAY_MONTH, MONTH_DAY, DISTANCE, WEEKDAY, TIME),
                    CalendarWords.nearby().stream())
            .toList());

    private DueDates() {}

    static Optional<Instant> in(String sentence, ZonedDateTime said) {
        Scanned text = ALL.scan(sentence);
        Optional<LocalTime> time = time(text);
        Optional<LocalDate> date = date(text, said.toLocalDate());
        if (date.isPresent()) {
            return Optional.of(date.get()
                    .atTime(time.orElse(END_OF_WORK))
                    .atZone(said.getZone())
                    .toInstant());
        }
        return distance(text, said)
                .map(due -> time.map(clock -> due.with(clock)).orElse(due).toInstant())
                .or(() -> weekday(text, said, time));
    }

    private static Optional<LocalTime> time(Scanned text) {
        return text.find(TIME).flatMap(DueDates::time);
    }

    private static Optional<LocalTime> time(Matcher match) {
        boolean marked = match.group(1) != null;
        int hour = Integer.parseInt(match.group(marked ? 1 : 4));
        String minutes = match.group(marked ? 2 : 5);
        String half = marked ? match.group(3).toLowerCase(Locale.ROOT) : "";
        if (half.startsWith("p") && hour < 12) {
            hour += 12;
        } else if (half.startsWith("a") && hour == 12) {
            hour = 0;
        }
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static Optional<LocalDate> date(Scanned text, LocalDate today) {
        Optional<Matcher> iso = text.find(ISO);
        if (iso.isPresent()) {
            return date(number(iso.get(), 1), number(iso.get(), 2), number(iso.get(), 3));
        }
        Optional<Matcher> dotted = text.find(DOTTED);
        if (dotted.isPresent()) {
            return date(number(dotted.get(), 3), number(dotted.get(), 2), number(dotted.get(), 1));
        }
        Optional<Matcher> dayMonth = text.find(DAY_MONTH);
        if (dayMonth.isPresent()) {
            return nextDate(today, CalendarWords.month(dayMonth.get().group(2)), number(dayMonth.get(), 1));
        }
        return text.find(MONTH_DAY)
                .flatMap(match -> nextDate(today, CalendarWords.month(match.group(1)), number(match, 2)));
    }

    private static Optional<LocalDate> nextDate(LocalDate today, int month, int day) {
        Optional<LocalDate> thisYear = date(today.getYear(), month, day);
        boolean over = thisYear.isPresent() && thisYear.get().isBefore(today);
        return over ? date(today.getYear() + 1, month, day) : thisYear;
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean real = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static Optional<ZonedDateTime> distance(Scanned text, ZonedDateTime said) {
        return text.find(DISTANCE)
                .map(far -> said.plus(CalendarWords.number(far.group(1)), CalendarWords.unit(far.group(2))))
                .or(() -> CalendarWords.near(text).map(said::plus));
    }

    private static Optional<Instant> weekday(Scanned text, ZonedDateTime said, Optional<LocalTime> time) {
        Optional<Matcher> match = text.find(WEEKDAY);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        DayOfWeek day = CalendarWords.weekday(match.get().group(1));
        ZonedDateTime due = said.with(TemporalAdjusters.nextOrSame(day)).with(time.orElse(END_OF_WORK));
        boolean over = !due.isAfter(said) || (day == said.getDayOfWeek() && CalendarWords.saysNext(text.text()));
        return Optional.of((over ? due.plusWeeks(1) : due).toInstant());
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
