package tacit.bench.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times that the described system understands. */
final class ReferenceDue {

    private static final Pattern DAYS = Pattern.compile("in (\\d{1,2}) days?");
    private static final Pattern DATE = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b");

    private ReferenceDue() {}

    static @Nullable Instant in(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        Matcher days = DAYS.matcher(plain);
        Matcher date = DATE.matcher(plain);
        if (date.find()) {
            return LocalDate.parse(date.group())
                    .atTime(17, 0)
                    .atZone(LabelledSentence.SAID.getZone())
                    .toInstant();
        }
        long hours = days.find()
                ? 24L * Integer.parseInt(days.group(1))
                : plain.contains("tomorrow")
                        ? 24
                        : plain.contains("today")
                                ? 8
                                : plain.contains("this week") ? 72 : plain.contains("next week") ? 168 : 0;
        return hours == 0 ? null : LabelledSentence.SAID.plusHours(hours).toInstant();
    }
}
