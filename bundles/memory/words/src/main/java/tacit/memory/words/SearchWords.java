package tacit.memory.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text that something can be found by: in one spelling for all ways to write a letter, without words that
 * stand everywhere. Text that is written without blanks (Chinese, Japanese, Thai) becomes pairs of neighbouring letters.
 */
public final class SearchWords {

    private static final Set<String> EVERYWHERE =
            Set.of(("a an the and or but if then else is are was were be been being to of"
                            + " in on for with by as at from that this it its into about over under we you they i he she them our"
                            + " your my me us do does did done can could should would will shall may might not no yes please help")
                    .split(" ", -1));

    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** No letter before it, that of Thai, belongs to such a script. */
    static final int FIRST_WITHOUT_BLANKS = 0x0E00;

    private SearchWords() {}

    /** The words in their order, repeated ones too. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        StringBuilder run = new StringBuilder();
        String normal = normal(text);
        int letter;
        for (int i = 0; i < normal.length(); i += Character.charCount(letter)) {
            letter = normal.codePointAt(i);
            boolean joined = letter >= FIRST_WITHOUT_BLANKS && WITHOUT_BLANKS.contains(UnicodeScript.of(letter));
            if (!joined) {
                addPairs(run, words);
            }
            if (joined || !isPart(letter)) {
                addWord(word, words);
            }
            if (joined) {
                run.appendCodePoint(letter);
            } else if (isPart(letter)) {
                word.appendCodePoint(letter);
            }
        }
        addPairs(run, words);
        addWord(word, words);
        return List.copyOf(words);
    }

    /** The first different words, so many at most; a text has to hold all of them to be found. Empty when there are none. */
    public static List<String> required(String query, int most) {
        return new LinkedHashSet<>(of(query)).stream().limit(most).toList();
    }

    /** The text in lower case and in the composed form that stands for all of its spellings. */
    static String normal(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Whether every letter has one spelling only. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(int letter) {
        return Character.isLetterOrDigit(letter)
                || letter == '_'
                || letter == '-'
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }

    private static void addWord(StringBuilder word, List<String> words) {
        if (word.length() == 0) {
            return;
        }
        String found = word.toString();
        word.setLength(0);
        if (found.codePointCount(0, found.length()) > 1
                && !EVERYWHERE.contains(found)
                && found.codePoints().anyMatch(Character::isLetterOrDigit)) {
            words.add(found);
        }
    }

    private static void addPairs(StringBuilder run, List<String> words) {
        if (run.length() == 0) {
            return;
        }
        int[] letters = run.codePoints().toArray();
        run.setLength(0);
        if (letters.length == 1) {
            words.add(new String(letters, 0, 1));
        }
        for (int i = 0; i + 1 < letters.length; i++) {
            words.add(new String(letters, i, 2));
        }
    }
}
