package tacit.memory.rank;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts that were read last, taken apart: who asks about the same work again finds much the same, and taking texts apart is most
 * of the work of putting them into order. Thread-safe.
 */
final class Readings {

    /** Taken apart, a letter takes about fifteen bytes. */
    private static final int MOST_LETTERS = 1_000_000;

    /** What a text costs beside its letters, counted in letters. */
    static final int EACH = 40;

    private final int most;
    private final Map<String, Reading> last = new LinkedHashMap<>(64, 0.75f, true);
    private int letters;

    Readings() {
        this(MOST_LETTERS);
    }

    /**
     * Readings of so much text.
     *
     * @param most letters of all texts together, with {@link #EACH} for each text
     */
    Readings(int most) {
        this.most = most;
    }

    synchronized Reading of(String text) {
        Reading known = last.get(text);
        if (known != null) {
            return known;
        }
        Reading fresh = new Reading(text);
        last.put(text, fresh);
        letters += EACH + text.length();
        Iterator<String> oldest = last.keySet().iterator();
        while (letters > most && oldest.hasNext()) {
            letters -= EACH + oldest.next().length();
            oldest.remove();
        }
        return fresh;
    }

    /** How many texts are kept. */
    synchronized int size() {
        return last.size();
    }
}
