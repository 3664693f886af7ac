package tacit.api.store;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts back out of others: from each its words, as they are or within JSON; and a text that holds a piece of them, shortened or
 * in other case, goes as a whole. Tombstones stand instead. Immutable.
 */
public final class TextTaking {

    /** Takes every text as a whole. */
    public static final TextTaking ALL = new TextTaking(null, TextRuns.of(Set.of()));

    private final @Nullable TextTombstones words;
    private final TextRuns pieces;

    private TextTaking(@Nullable TextTombstones words, TextRuns pieces) {
        this.words = words;
        this.pieces = pieces;
    }

    /** Of these texts and of pieces of them. */
    public static TextTaking of(Collection<String> texts) {
        return new TextTaking(TextTombstones.of(texts), TextRuns.of(texts));
    }

    /** Of texts that hold pieces of these, where the words of one alone say too little. */
    public static TextTaking ofPieces(Collection<String> texts) {
        return new TextTaking(TextTombstones.of(Set.of()), TextRuns.of(texts));
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words != null && words.isEmpty() && pieces.isEmpty();
    }

    /** What is left of a text. */
    public String in(String text) {
        if (words == null) {
            return TextTombstones.instead(text);
        }
        String left = words.in(text);
        return pieces.isIn(left) ? TextTombstones.instead(text) : left;
    }

    /** What is left of JSON: each string by itself, so that what it is written in stays. */
    public String inJson(String json) {
        return inJson(json, Set.of());
    }

    /**
     * What is left of JSON: each string by itself, so that what it is written in stays. A key goes only where a piece of the texts stands
     * in it.
     *
     * @param kept keys whose values are no words, such as states and ids
     */
    public String inJson(String json, Set<String> kept) {
        return JsonStrings.each(json, (key, text) -> kept.contains(key) ? text : in(text), this::inKey);
    }

    private String inKey(String key) {
        return pieces.isIn(key) ? TextTombstones.instead(key) : key;
    }
}
