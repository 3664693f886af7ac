package tacit.memory.rank;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.recall.SearchHit;

/** A hit with what its words are taken apart into. Confined to one call. */
final class Candidate {

    private static final Pattern OWN = Pattern.compile(
            "(?=[imwou])\\b(?:i|i['\u2019]\\w+|my|me|we|we['\u2019]\\w+|our|us)\\b", Pattern.CASE_INSENSITIVE);

    private final SearchHit hit;
    private final Candidates all;
    private final List<String> terms;
    private final Set<String> words;
    private final Set<String> around;
    private final LocalDate day;
    private final List<String> before;
    private @Nullable List<Days> told;

    Candidate(SearchHit hit, Candidates all) {
        this.hit = hit;
        this.all = all;
        String title = hit.document().title();
        terms = all.terms(title.isEmpty() ? text() : title + " " + text());
        words = new HashSet<>(terms);
        around = new HashSet<>(words);
        before = all.terms(hit.before());
        around.addAll(before);
        around.addAll(all.terms(hit.after()));
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
        return terms;
    }

    Set<String> words() {
        return words;
    }

    /** The words of it and of its two neighbours. */
    Set<String> around() {
        return around;
    }

    /** The words of the one before it. */
    List<String> before() {
        return before;
    }

    LocalDate day() {
        return day;
    }

    /** The days that its words name. */
    List<Days> told() {
        List<Days> days = told;
        if (days == null) {
            days = SpokenDates.in(text(), day);
            told = days;
        }
        return days;
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
