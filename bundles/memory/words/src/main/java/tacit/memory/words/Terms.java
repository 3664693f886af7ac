package tacit.memory.words;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as the terms by which it is indexed, asked for and ranked: one spelling for all ways to write a letter, words without
 * their endings, forms of irregular verbs as one word, and pairs of letters where a script has no blanks.
 */
public final class Terms {

    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** No letter up to it, that of ASCII, is a mark upon another. */
    private static final int LAST_WITHOUT_MARKS = 0x7F;

    private static final Set<String> COMMON = stems("common.txt");
    private static final Set<String> ASKING = stems("asking.txt");

    private Terms() {}

    private static Set<String> stems(String name) {
        return WordList.set(name).stream().map(Stem::of).collect(Collectors.toUnmodifiableSet());
    }

    /** All terms in their order, common and repeated ones too. */
    public static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        StringBuilder run = new StringBuilder();
        String normal = SearchWords.normal(text);
        int letter;
        for (int i = 0; i < normal.length(); i += Character.charCount(letter)) {
            letter = normal.codePointAt(i);
            boolean joined = isJoined(letter);
            boolean part = isPart(letter) && !joined;
            boolean within = isApostrophe(letter) && word.length() > 0;
            if (!joined) {
                addPairs(run, terms);
            }
            if (!part && !within) {
                addWord(word, terms);
            }
            if (joined) {
                run.appendCodePoint(letter);
            } else if (part || within) {
                word.appendCodePoint(part ? letter : '\'');
            }
        }
        addPairs(run, terms);
        addWord(word, terms);
        return List.copyOf(terms);
    }

    /** The terms of a question that can tell one answer from another; all of them when none can. */
    public static List<String> ofQuery(String query) {
        List<String> all = of(query);
        List<String> telling = all.stream()
                .filter(term -> !isCommon(term) && !ASKING.contains(term))
                .toList();
        return telling.isEmpty() ? all : telling;
    }

    /** Whether a term stands in texts of every kind. */
    public static boolean isCommon(String term) {
        return COMMON.contains(term);
    }

    private static boolean isPart(int letter) {
        if (letter <= LAST_WITHOUT_MARKS) {
            // after SearchWords.normal there are no capital letters
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        }
        return Character.isLetterOrDigit(letter) || isMark(letter);
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isJoined(int letter) {
        return letter >= SearchWords.FIRST_WITHOUT_BLANKS
                && Character.isLetter(letter)
                && WITHOUT_BLANKS.contains(UnicodeScript.of(letter));
    }

    private static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == '\u2019';
    }

    private static void addWord(StringBuilder word, List<String> terms) {
        if (word.length() == 0) {
            return;
        }
        String found = word.toString();
        word.setLength(0);
        int apostrophe = found.indexOf('\'');
        String bare = apostrophe < 0 ? found : found.substring(0, apostrophe);
        if (!bare.isEmpty()) {
            terms.add(Stem.of(bare));
        }
    }

    private static void addPairs(StringBuilder run, List<String> terms) {
        if (run.length() == 0) {
            return;
        }
        int[] letters = run.codePoints().toArray();
        run.setLength(0);
        if (letters.length == 1) {
            terms.add(new String(letters, 0, 1));
        }
        for (int i = 0; i + 1 < letters.length; i++) {
            terms.add(new String(letters, i, 2));
        }
    }
}
