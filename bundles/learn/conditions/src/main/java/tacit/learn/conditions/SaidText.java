package tacit.learn.conditions;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was written before a call, ready to be searched for values. Case does not count. Immutable. */
final class SaidText {

    private static final Pattern PART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern GROUPED = Pattern.compile("(?<=\\p{N}),(?=\\p{N}{3})");
    /** A shorter part of a code is no name of its own. */
    private static final int TELLING = 4;

    private final String text;
    private final String ungrouped;

    SaidText(CharSequence text) {
        this.text = text.toString().toLowerCase(Locale.ROOT);
        ungrouped = GROUPED.matcher(this.text).replaceAll("");
    }

    /**
     * Whether the value was written. A code counts when its last part was: people give the number alone where a tool wants
     * a prefix before it.
     */
    boolean holds(Object value) {
        String wanted = plain(value);
        if (wanted.isEmpty() || contains(text, wanted) || contains(ungrouped, wanted)) {
            return true;
        }
        if (!code(value)) {
            return false;
        }
        String[] parts = PART.split(wanted, -1);
        String last = parts.length < 2 ? "" : parts[parts.length - 1];
        return last.length() >= TELLING && DIGIT.matcher(last).find() && contains(text, last);
    }

    /** Whether the value is one word with a digit in it, as names of things in databases are. */
    static boolean code(Object value) {
        return value instanceof String word
                && DIGIT.matcher(word).find()
                && word.strip().chars().noneMatch(Character::isWhitespace);
    }

    private static String plain(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : String.valueOf(value);
        }
        return String.valueOf(value).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean contains(String text, String wanted) {
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if ((at == 0 || !wordy(text.charAt(at - 1))) && (end == text.length() || !wordy(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean wordy(char letter) {
        return Character.isLetterOrDigit(letter);
    }
}
