package tacit.evidence.decisions;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.store.TextRuns;
import tacit.api.store.TextTombstones;

/**
 * What must go from decisions. Immutable.
 *
 * @param words these are replaced
 * @param runs a decision that holds a piece of these goes as a whole
 * @param bags a decision that holds most words of one of these goes as a whole
 * @param names a decision that names one of these goes as a whole
 */
record Removal(TextTombstones words, TextRuns runs, WordBags bags, Set<String> names) {

    private static final Pattern NAME = Pattern.compile("\"([^\"\\\\]{1,500})\\\\*\"");

    static Removal of(Collection<String> texts) {
        return new Removal(TextTombstones.of(texts), TextRuns.of(texts), WordBags.of(texts), Set.of());
    }

    /** Of somebody, whose runs have these ids and said these things. */
    static Removal of(Set<String> names, Collection<String> said) {
        return new Removal(TextTombstones.of(Set.of()), TextRuns.of(said), WordBags.of(said), Set.copyOf(names));
    }

    boolean isEmpty() {
        return words.isEmpty() && runs.isEmpty() && bags.isEmpty() && names.isEmpty();
    }

    String in(String text) {
        return words.in(text);
    }

    /** Whether so much is in a text that nothing of its decision may stay; asked after the words were replaced. */
    boolean spoils(String text) {
        return runs.isIn(text) || bags.areIn(text) || names(text);
    }

    private boolean names(String text) {
        if (names.isEmpty()) {
            return false;
        }
        Matcher matcher = NAME.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            if (names.contains(matcher.group(1))) {
                return true;
            }
            // The end of one name may be the begin of the next
            from = matcher.end() - 1;
        }
        return false;
    }
}
