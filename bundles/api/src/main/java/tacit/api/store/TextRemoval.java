package tacit.api.store;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must go from recorded questions and answers, which name neither their workspace nor their user: words are replaced, and what
 * holds more of a text than its words goes as a whole. Immutable.
 */
public final class TextRemoval {

    private static final Pattern NAME = Pattern.compile("\"([^\"\\\\]{1,500})\\\\*\"");

    private final TextTombstones words;
    private final TextRuns runs;
    private final WordBags bags;
    private final Set<String> names;

    private TextRemoval(TextTombstones words, TextRuns runs, WordBags bags, Set<String> names) {
        this.words = words;
        this.runs = runs;
        this.bags = bags;
        this.names = Set.copyOf(names);
    }

    /** Of these texts: their words, pieces of them, and most of their words in any order. */
    public static TextRemoval of(Collection<String> texts) {
        return new TextRemoval(TextTombstones.of(texts), TextRuns.of(texts), WordBags.of(texts), Set.of());
    }

    /** Of somebody: whatever names one of these between quotes, or holds a piece or most words of what was said. */
    public static TextRemoval of(Set<String> names, Collection<String> said) {
        return new TextRemoval(TextTombstones.of(Set.of()), TextRuns.of(said), WordBags.of(said), names);
    }

    /** Of whatever holds pieces of these, where the words of one alone say too little. */
    public static TextRemoval ofPieces(Collection<String> said) {
        return new TextRemoval(TextTombstones.of(Set.of()), TextRuns.of(said), WordBags.of(Set.of()), Set.of());
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty() && runs.isEmpty() && bags.isEmpty() && names.isEmpty();
    }

    /** The text with tombstones in place of the words. */
    public String in(String text) {
        return words.in(text);
    }

    /** Whether so much is in a text that nothing of what it belongs to may stay; asked after the words were replaced. */
    public boolean spoils(String text) {
        return runs.isIn(text) || bags.areIn(text) || names(text);
    }

    /** Whether a text holds anything of it. */
    public boolean isIn(String text) {
        return !words.in(text).equals(text) || spoils(text);
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
