package tacit.memory.sentences;

/**
 * A text as literals are looked for in it: without case as patterns compare, any white space as one blank, any digit as the
 * same, and with a sign where a word begins or ends.
 */
final class PlainText {

    /** Before the first letter of a word. */
    static final char BEGIN = '\1';

    /** Behind the last letter of a word. */
    static final char END = '\2';

    /** Any digit. */
    static final char DIGIT = '0';

    private static final int MARKS = 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.CONNECTOR_PUNCTUATION;

    private PlainText() {}

    /** A whole text: a word that stands at its border begins or ends there. */
    static String of(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length() + text.length() / 2);
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            inWord = append(plain, text.charAt(i), inWord);
        }
        return inWord ? plain.append(END).toString() : plain.toString();
    }

    /** A part of a text: whether a word begins or ends at its border is said by {@link #BEGIN} before and {@link #END} behind. */
    static String literal(String part) {
        String letters = part.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
        String plain = of(letters);
        if (letters.isEmpty()) {
            return "";
        }
        boolean begins = part.charAt(0) == BEGIN || !isWord(letters.charAt(0));
        boolean ends = part.charAt(part.length() - 1) == END || !isWord(letters.charAt(letters.length() - 1));
        return plain.substring(begins ? 0 : 1, plain.length() - (ends ? 0 : 1));
    }

    private static boolean append(StringBuilder plain, char letter, boolean inWord) {
        boolean word = isWord(letter);
        if (word != inWord) {
            plain.append(word ? BEGIN : END);
        }
        if (!isBlank(letter)) {
            plain.append(folded(letter));
        } else if (plain.length() == 0 || plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
        return word;
    }

    private static char folded(char letter) {
        if (Character.isDigit(letter)) {
            return DIGIT;
        }
        return letter <= END ? '\0' : Character.toLowerCase(Character.toUpperCase(letter));
    }

    /** What {@code \w} matches with the classes of Unicode. */
    static boolean isWord(char letter) {
        return letter < 0x80
                ? Character.isLetterOrDigit(letter) || letter == '_'
                : Character.isAlphabetic(letter)
                        || (MARKS >> Character.getType(letter) & 1) != 0
                        || letter == 0x200C
                        || letter == 0x200D;
    }

    /** What {@code \s} matches with the classes of Unicode. */
    static boolean isBlank(char letter) {
        return Character.isSpaceChar(letter) || (letter >= '\t' && letter <= '\r') || letter == 0x85;
    }
}
