package tacit.memory.transcripts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tacit.memory.words.Terms;

/**
 * How a text answers a query. Immutable.
 *
 * @param exact whether it holds the whole query
 * @param coverage share of the query's telling words that it holds, in [0, 1]
 */
record Match(boolean exact, double coverage) {

    private static final double HALF_LIFE_DAYS = 7;

    static Match of(String query, String text) {
        boolean exact = folded(text).contains(folded(query));
        List<String> wanted = Terms.ofQuery(query).stream().distinct().toList();
        if (wanted.isEmpty()) {
            return new Match(exact, exact ? 1 : 0);
        }
        Set<String> there = Set.copyOf(Terms.of(text));
        return new Match(exact, (double) wanted.stream().filter(there::contains).count() / wanted.size());
    }

    boolean answers() {
        return exact || coverage > 0;
    }

    String reason() {
        return exact
                ? "all of the words as they stand"
                : String.format(Locale.ROOT, "%.0f %% of the words", 100 * coverage);
    }

    /** 1 for what is new, half of it after each week. */
    static double recency(Instant at, Instant now) {
        double days = Math.max(0, Duration.between(at, now).toHours() / 24.0);
        return Math.pow(0.5, days / HALF_LIFE_DAYS);
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
