package tacit.bench.fit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of one piece, each the same way wherever it stands. Confined to one piece. */
final class Blanks {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::([^}]*))?}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final List<String> WHEN = List.of(
            "yesterday", "two days ago", "last week", "two weeks ago", "last Saturday", "last Tuesday", "this morning");

    private final RandomGenerator random;
    private final Map<String, String> filled = new HashMap<>();

    Blanks(String a, String b, LocalDate today, RandomGenerator random) {
        this.random = random;
        String when = WHEN.get(random.nextInt(WHEN.size()));
        filled.put("A", a);
        filled.put("B", b);
        filled.put("when", when);
        filled.put("day", DATE.format(day(when, today)));
    }

    private static LocalDate day(String when, LocalDate today) {
        return switch (when) {
            case "yesterday" -> today.minusDays(1);
            case "two days ago" -> today.minusDays(2);
            case "last week" -> today.minusWeeks(1);
            case "two weeks ago" -> today.minusWeeks(2);
            case "last Saturday" -> today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
            case "last Tuesday" -> today.with(TemporalAdjusters.previous(DayOfWeek.TUESDAY));
            default -> today;
        };
    }

    String fill(String text) {
        return PLACE.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            String choices = match.group(2);
            if (choices != null) {
                String[] some = choices.split("\\|", -1);
                filled.putIfAbsent(name, some[random.nextInt(some.length)]);
            }
            String value = filled.get(name);
            if (value == null) {
                throw new IllegalArgumentException("{" + name + "} must have its choices where it stands first");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
