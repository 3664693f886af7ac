package tacit.pulse.dreaming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.memory.words.Terms;

/** Compares texts by their words. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.:/#@%+-]*[\\p{L}\\p{N}_/#%]");

    private Words() {}

    /** The words of a text in their order, in small letters. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** What tells a text from another, in an order of its own. */
    static Set<String> telling(String text) {
        return new TreeSet<>(Terms.ofQuery(text));
    }

    /** The same for texts that say the same, whatever stands between their words. */
    static String normal(String text) {
        return String.join(" ", of(text));
    }

    /** Whether the words stand in a text as they are, in one piece. */
    static boolean holds(String text, String words) {
        String wanted = normal(words);
        return !wanted.isEmpty() && (" " + normal(text) + " ").contains(" " + wanted + " ");
    }

    /** How many telling words two texts share. */
    static long shared(String one, String other) {
        Set<String> words = telling(other);
        return telling(one).stream().filter(words::contains).count();
    }

    /** A fact's name made of its telling words. */
    static String key(String kind, String text) {
        return kind + "|" + String.join(" ", telling(text));
    }

    /** No more than so many characters; what is cut off says so. */
    static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
