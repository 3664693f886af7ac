package tacit.panel.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceSearch;
import tacit.api.trace.TraceStatus;

/** Which traces are looked for, and what stands in the form. Immutable. */
record TraceConditions(String words, TraceFilter filter, Map<String, String> given) {

    private static final List<String> NAMES =
            List.of("q", "agent", "task", "user", "session", "batch", "outcome", "status", "from", "until");

    static TraceConditions of(View view) {
        Map<String, String> given = new LinkedHashMap<>();
        NAMES.forEach(name -> given.put(name, view.parameter(name).orElse("")));
        TraceFilter filter = new TraceFilter(
                view.parameter("agent").orElse(null),
                view.parameter("task").orElse(null),
                view.parameter("batch").orElse(null),
                choice(OutcomeLabel.class, view, "outcome"),
                choice(TraceStatus.class, view, "status"),
                day(view, "from", 0),
                day(view, "until", 1),
                view.parameter("user").orElse(null),
                view.parameter("session").orElse(null));
        String words = view.parameter("q").orElse("");
        if (words.length() > TraceSearch.LONGEST_TEXT) {
            throw new HttpProblem(400, "The words may have " + TraceSearch.LONGEST_TEXT + " characters at most");
        }
        return new TraceConditions(words, filter, given);
    }

    /** Values of the page. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(given);
        values.put("filtered", given.values().stream().anyMatch(value -> !value.isEmpty()));
        undated("from", filter.from())
                .or(() -> undated("until", filter.until()))
                .ifPresent(text -> values.put("undated", text));
        values.put("outcomes", words(OutcomeLabel.values()));
        values.put("states", words(TraceStatus.values()));
        return values;
    }

    /** What was typed where a day is wanted, and is none. */
    private Optional<String> undated(String name, @Nullable Instant read) {
        return Optional.ofNullable(given.get(name)).filter(text -> read == null && !text.isEmpty());
    }

    /** The begin of a day of UTC, or of one after it; null for none, and for one that is still being typed. */
    private static @Nullable Instant day(View view, String name, int later) {
        String text = view.parameter(name).orElse("");
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            // The page says that this condition does not hold
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, View view, String name) {
        String word = view.parameter(name).orElse("");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        if (!word.isEmpty()) {
            throw new HttpProblem(400, name + " must be one of those offered");
        }
        return null;
    }

    private static List<String> words(Enum<?>... constants) {
        List<String> words = new ArrayList<>(List.of(""));
        for (Enum<?> constant : constants) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
