package tacit.memory.rank;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.api.recall.SearchHit;

/** A hit with what its words are taken apart into. Confined to one call. */
final class Candidate {

    private static final Pattern OWN = Pattern.compile(
            "(?=[imwou])\\b(?:i|i['\u2019]\\w+|my|me|we|we['\u2019]\\w+|our|us)\\b", Pattern.CASE_INSENSITIVE);

    private final SearchHit hit;
    private final Candidates all;
    private final Reading own;
    private final Reading whole;
    private final Reading before;
    private final Reading after;
    private final LocalDate day;

    Candidate(SearchHit hit, Candidates all, Readings readings) {
        this.hit = hit;
        this.all = all;
        String title = hit.document().title();
        own = readings.of(text());
        whole = title.isEmpty() ? own : readings.of(title + " " + text());
        before = readings.of(hit.before());
        after = readings.of(hit.after());
        day = hit.document().at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    SearchHit hit() {
        return hit;
    }

    String text() {
        return hit.document().text();
    }

    String speaker() {
        return hit.document().speaker();
    }

    /** All hits among which it stands. */
    Candidates all() {
        return all;
    }

    List<String> terms() {
        return whole.terms();
    }

    Set<String> words() {
        return whole.words();
    }

    /** Whether a word stands in it or in one of its two neighbours. */
    boolean isAround(String word) {
        return words().contains(word)
                || before.words().contains(word)
                || after.words().contains(word);
    }

    /** The words of the one before it. */
    Set<String> before() {
        return before.words();
    }

    LocalDate day() {
        return day;
    }

    /** The days that its words name. */
    List<Days> told() {
        return own.told(day);
    }

    boolean asks() {
        return asks(text());
    }

    /** Whether the one before it asks. */
    boolean answers() {
        return asks(hit.before());
    }

    private static boolean asks(String text) {
        String line = text.stripTrailing();
        return line.endsWith("?") || line.endsWith("\uFF1F");
    }

    boolean tellsOfItself() {
        return OWN.matcher(text()).find();
    }
}
