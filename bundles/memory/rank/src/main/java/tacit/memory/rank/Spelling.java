package tacit.memory.rank;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to write times. Immutable.
 *
 * @param pattern of it
 * @param hints of which one stands in lower case in every text that holds it: looked for first, as that costs far less
 */
record Spelling(Pattern pattern, List<String> hints) {

    static Spelling of(String pattern, String... hints) {
        return new Spelling(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), List.of(hints));
    }

    /** Takes one place where it stands. */
    interface Found {
        void at(Matcher match);
    }

    /**
     * What is left when the places that were found are taken out: a day is not its month once more.
     *
     * @param lower the text, or one of which it is what is left, in lower case
     */
    String each(String text, String lower, Found found) {
        if (!isPossible(lower)) {
            return text;
        }
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            return text;
        }
        do {
            found.at(match);
        } while (match.find());
        return match.replaceAll("|");
    }

    boolean isIn(String text, String lower) {
        return isPossible(lower) && pattern.matcher(text).find();
    }

    private boolean isPossible(String lower) {
        for (String hint : hints) {
            if (lower.contains(hint)) {
                return true;
            }
        }
        return false;
    }
}
