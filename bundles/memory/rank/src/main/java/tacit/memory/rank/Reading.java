package tacit.memory.rank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tacit.memory.words.Terms;

/** A text, taken apart where somebody asks for it. Thread-safe. */
final class Reading {

    private final String text;
    private final Map<LocalDate, List<Days>> told = new ConcurrentHashMap<>();
    private volatile @Nullable List<String> terms;
    private volatile @Nullable Set<String> words;

    Reading(String text) {
        this.text = text;
    }

    /** Its terms in their order. */
    List<String> terms() {
        List<String> known = terms;
        if (known == null) {
            known = Terms.of(text);
            terms = known;
        }
        return known;
    }

    /** Its terms, each once. */
    Set<String> words() {
        Set<String> known = words;
        if (known == null) {
            known = Set.copyOf(terms());
            words = known;
        }
        return known;
    }

    /** The days that its words name when they are said on that day. */
    List<Days> told(LocalDate day) {
        return told.computeIfAbsent(day, said -> List.copyOf(SpokenDates.in(text, said)));
    }
}
