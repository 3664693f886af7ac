package tacit.memory.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tacit.api.store.Session;

/** Looks into texts. Confined to one transaction. */
final class MemoryTexts {

    private static final int NUMBERS_PER_QUERY = 20;
    private static final String ONE = "SELECT memory_no, body FROM memory_texts WHERE memory_no = ?";

    private final Session session;

    MemoryTexts(Session session) {
        this.session = session;
    }

    /** Those of the memories whose text contains the words, which are in lower case; in the same order. */
    List<Long> containing(String words, List<Long> numbers) {
        List<Long> hits = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += NUMBERS_PER_QUERY) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_PER_QUERY));
            session.select(
                    String.join(" UNION ALL ", Collections.nCopies(some.size(), ONE)),
                    row -> row.text("body").toLowerCase(Locale.ROOT).contains(words)
                            && hits.add(row.number("memory_no")),
                    some.toArray());
        }
        return numbers.stream().filter(hits::contains).toList();
    }
}
