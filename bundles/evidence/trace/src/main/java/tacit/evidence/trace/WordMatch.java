package tacit.evidence.trace;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.api.trace.TraceSearch;

/** The WHERE of a search for words: each of them in a trace, which is called t, or in one of its spans. Immutable. */
record WordMatch(List<String> words) {

    private static final int MOST_WORDS = 8;
    private static final List<String> OF_TRACES =
            List.of("trace_id", "session_id", "user_id", "agent", "channel", "task_key", "attributes");
    private static final List<String> OF_SPANS =
            List.of("name", "operation", "status_message", "error_type", "input", "output", "attributes", "events");

    static WordMatch of(String text) {
        String bounded = text.length() <= TraceSearch.LONGEST_TEXT ? text : text.substring(0, TraceSearch.LONGEST_TEXT);
        return new WordMatch(Arrays.stream(bounded.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Behind {@code FROM … t}; empty without words. */
    String where() {
        String each = "(" + any("t", OF_TRACES) + " OR EXISTS (SELECT s.span_id FROM spans s"
                + " WHERE s.trace_no = t.trace_no AND s.workspace_id = t.workspace_id AND (" + any("s", OF_SPANS)
                + ")))";
        return words.isEmpty() ? "" : " WHERE " + String.join(" AND ", Collections.nCopies(words.size(), each));
    }

    private static String any(String table, List<String> columns) {
        return columns.stream()
                .map(column -> "LOWER(" + table + "." + column + ") LIKE ? ESCAPE '!'")
                .collect(Collectors.joining(" OR "));
    }

    /** As many for each word as columns are looked at. */
    List<Object> parameters() {
        int columns = OF_TRACES.size() + OF_SPANS.size();
        return words.stream()
                .<Object>flatMap(word -> Collections.nCopies(columns, pattern(word)).stream())
                .toList();
    }

    private static String pattern(String word) {
        String literal = Stream.of("!", "%", "_")
                .reduce(word.toLowerCase(Locale.ROOT), (text, sign) -> text.replace(sign, "!" + sign), (a, b) -> a);
        return "%" + literal + "%";
    }
}
