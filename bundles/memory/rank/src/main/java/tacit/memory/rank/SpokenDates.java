package tacit.memory.rank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The days that a text names, by their date or seen from the day on which it was said. */
final class SpokenDates {

    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final String SHORT = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
    private static final String MONTH = "(" + MONTHS + "|" + SHORT + ")\\b\\.?";
    private static final String WEEKDAY =
            "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)\\b";
    private static final String[] NAMED = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };
    private static final Spelling ISO = Spelling.of("(?=\\d)\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b", "-");
    private static final Spelling DAY_FIRST =
            Spelling.of("(?=\\d)\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "(?:,? (\\d{4}))?", NAMED);
    private static final Spelling MONTH_FIRST =
            Spelling.of("(?=[adfjmnos])\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?", NAMED);
    private static final Spelling MONTH_ONLY = Spelling.of(
            "(?=[abdefijlmnostu])(?:\\b(?:in|of|since|until|by|during|early|late|mid|this|last|next|for|around|between|and|end of),? (?:"
                    + MONTH + ")(?!,? \\d{1,2}\\b)(?:,? (\\d{4}))?|\\b" + MONTH + ",? (\\d{4}))",
            NAMED);
    private static final Spelling YEAR =
            Spelling.of("(?=[abdios])\\b(?:in|since|of|during|back in|around) ((?:19|20)\\d\\d)\\b", " 19", " 20");
    private static final Spelling NEAR = Spelling.of(
            "(?=[jlty])\\b(today|tonight|this morning|this afternoon|this evening|just now|yesterday|last night|tomorrow|the other day)\\b",
            "today",
            "tonight",
            "this m",
            "this a",
            "this e",
            "just now",
            "yesterday",
            "last night",
            "tomorrow",
            "the other day");
    private static final Spelling PERIOD = Spelling.of(
            "(?=[clnpt])\\b(last|this|next|past|coming) (weekend|week|month|year|summer|winter|spring|autumn|fall)\\b",
            "last ",
            "this ",
            "next ",
            "past ",
            "coming ");
    private static final Spelling WEEKDAYS = Spelling.of(
            "(?=[lnopt])\\b(?:(last|this|next|on|past) )" + WEEKDAY, "mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Spelling DISTANT = Spelling.of(
            "(?=[acefnost\\d])\\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}|a few|a couple of|few|couple) "
                    + "(day|week|month|year)s? (ago|back|earlier|later|from now)\\b",
            "ago",
            "back",
            "earlier",
            "later",
            "from now");
    private static final List<Spelling> DATES = List.of(ISO, DAY_FIRST, MONTH_FIRST, MONTH_ONLY, YEAR);
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("a few", 3),
            Map.entry("few", 3),
            Map.entry("a couple of", 2),
            Map.entry("couple", 2));
    private static final Map<String, Integer> SEASONS =
            Map.of("spring", 3, "summer", 6, "autumn", 9, "fall", 9, "winter", 12);

    private SpokenDates() {}

    /** In the order of their kinds: dates, then words that count from the day on which they were said. */
    static List<Days> in(String text, LocalDate said) {
        List<Days> found = new ArrayList<>(dates(text, said));
        found.addAll(relative(text, said));
        return found;
    }

    /** Whether {@link #dates} can find something, seen from any day. */
    static boolean namesDate(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return DATES.stream().anyMatch(spelling -> spelling.isIn(text, lower));
    }

    /** Dates with a month or a year in them. A date without its year is the one nearest to the given day. */
    static List<Days> dates(String text, LocalDate near) {
        List<Days> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        String rest = ISO.each(text, lower, match -> add(found, number(match, 1), number(match, 2), number(match, 3)));
        rest = DAY_FIRST.each(rest, lower, match -> add(found, near, match.group(3), match.group(2), number(match, 1)));
        rest = MONTH_FIRST.each(
                rest, lower, match -> add(found, near, match.group(3), match.group(1), number(match, 2)));
        rest = MONTH_ONLY.each(rest, lower, match -> {
            String name = match.group(1) == null ? match.group(3) : match.group(1);
            String year = match.group(1) == null ? match.group(4) : match.group(2);
            int month = month(name);
            found.add(Days.month(year == null ? nearest(near, month).getYear() : Integer.parseInt(year), month));
        });
        YEAR.each(rest, lower, match -> found.add(Days.year(number(match, 1))));
        return found;
    }

    /** Words such as yesterday, last week or two months ago. */
    static List<Days> relative(String text, LocalDate said) {
        List<Days> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        NEAR.each(text, lower, match -> found.add(near(match.group(1).toLowerCase(Locale.ROOT), said)));
        PERIOD.each(text, lower, match -> found.add(period(word(match, 1), word(match, 2), said)));
        WEEKDAYS.each(text, lower, match -> found.add(Days.of(weekday(word(match, 1), word(match, 2), said))));
        DISTANT.each(text, lower, match -> found.add(distant(match, said)));
        return found;
    }

    private static Days near(String word, LocalDate said) {
        return switch (word) {
            case "yesterday", "last night" -> Days.of(said.minusDays(1));
            case "tomorrow" -> Days.of(said.plusDays(1));
            case "the other day" -> new Days(said.minusDays(6), said.minusDays(1));
            default -> Days.of(said);
        };
    }

    private static Days period(String which, String what, LocalDate said) {
        int step = which.equals("last") || which.equals("past") ? -1 : which.equals("this") ? 0 : 1;
        LocalDate monday = said.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (what) {
            case "weekend" -> weekend(step, said);
            case "week" ->
                which.equals("past")
                        ? new Days(said.minusDays(7), said)
                        : new Days(
                                monday.plusWeeks(step), monday.plusWeeks(step).plusDays(6));
            case "month" ->
                Days.month(
                        said.plusMonths(step).getYear(), said.plusMonths(step).getMonthValue());
            case "year" -> Days.year(said.getYear() + step);
            default -> season(what, step, said);
        };
    }

    private static Days weekend(int step, LocalDate said) {
        LocalDate saturday =
                said.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5);
        boolean during = said.getDayOfWeek().getValue() >= 6;
        LocalDate start = step == 0 ? saturday : step < 0 || during ? saturday.plusWeeks(step) : saturday;
        return new Days(start, start.plusDays(1));
    }

    private static Days season(String name, int step, LocalDate said) {
        LocalDate first = LocalDate.of(said.getYear(), SEASONS.getOrDefault(name, 1), 1);
        LocalDate start = step < 0 && !first.isBefore(said)
                ? first.minusYears(1)
                : step > 0 && !first.isAfter(said) ? first.plusYears(1) : first;
        return new Days(start, start.plusMonths(3).minusDays(1));
    }

    private static LocalDate weekday(String which, String name, LocalDate said) {
        DayOfWeek day =
                DayOfWeek.of(List.of("mo", "tu", "we", "th", "fr", "sa", "su").indexOf(name.substring(0, 2)) + 1);
        boolean ahead = which.equals("next") || which.equals("this");
        return said.with(ahead ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previous(day));
    }

    private static Days distant(Matcher match, LocalDate said) {
        String amount = word(match, 1);
        int count = NUMBERS.containsKey(amount) ? NUMBERS.getOrDefault(amount, 1) : Integer.parseInt(amount);
        int back = word(match, 3).matches("later|from now") ? -count : count;
        return switch (word(match, 2)) {
            case "day" -> Days.of(said.minusDays(back));
            case "week" ->
                new Days(
                        said.minusWeeks(back).minusDays(3),
                        said.minusWeeks(back).plusDays(3));
            case "month" ->
                Days.month(
                        said.minusMonths(back).getYear(), said.minusMonths(back).getMonthValue());
            default -> Days.year(said.getYear() - back);
        };
    }

    private static void add(List<Days> found, LocalDate near, @Nullable String year, String month, int day) {
        int number = month(month);
        add(found, year == null ? nearest(near, number).getYear() : Integer.parseInt(year), number, day);
    }

    /** Nothing where no such day is, such as the 31st of June. */
    private static void add(List<Days> found, int year, int month, int day) {
        if (month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day)) {
            found.add(Days.of(LocalDate.of(year, month, day)));
        }
    }

    private static LocalDate nearest(LocalDate near, int month) {
        LocalDate same = LocalDate.of(near.getYear(), month, 15);
        long months = (same.toEpochDay() - near.toEpochDay()) / 30;
        return months > 6 ? same.minusYears(1) : months < -6 ? same.plusYears(1) : same;
    }

    private static int month(String name) {
        String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
        return List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
                        .indexOf(start)
                + 1;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static String word(Matcher match, int group) {
        return match.group(group).toLowerCase(Locale.ROOT);
    }
}
