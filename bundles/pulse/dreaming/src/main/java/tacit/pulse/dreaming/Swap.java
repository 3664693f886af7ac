package tacit.pulse.dreaming;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that stand in the place of others from now on. Immutable.
 *
 * @param old what was said before
 * @param right what is to be said
 */
record Swap(String old, String right) {

    private static final int LONGEST = 80;
    private static final String END = "(?:[.!;]|$)";
    private static final Pattern[] FORMS = {
        Pattern.compile("\\bnot (?<o>[^,.;]+?),? but (?:rather )?(?<r>[^,;]+?)" + END),
        Pattern.compile("\\b(?:changed|moved|switched|renamed|corrected) from (?<o>[^,;]+?) to (?<r>[^,;]+?)" + END),
        Pattern.compile("(?<o>[^,;]+?) (?:is|was|has been|were|are) replaced (?:by|with) (?<r>[^,;]+?)" + END),
        Pattern.compile(
                "\\b(?:use|take|choose|pick|prefer|is|are|on|at|in) (?<r>[^,;]+?),? (?:instead of|rather than) (?<o>[^,;]+?)"
                        + END),
        Pattern.compile(
                "\\b(?:is|are|was|were|on|at|in|to|by|use|uses|called|named) (?<r>[^,;]+?), (?:and )?not (?:on |at |in |to |by |the )?(?<o>[^,;]+?)"
                        + END)
    };

    /** The first that a sentence names; empty for none. */
    static Optional<Swap> in(String sentence) {
        for (Pattern form : FORMS) {
            Matcher match =
                    Pattern.compile(form.pattern(), Pattern.CASE_INSENSITIVE).matcher(sentence);
            if (match.find()) {
                String old = match.group("o").strip();
                String right = match.group("r").strip();
                boolean fits = old.length() <= LONGEST && right.length() <= LONGEST;
                if (fits && !old.isEmpty() && !right.isEmpty() && !old.equalsIgnoreCase(right)) {
                    return Optional.of(new Swap(old, right));
                }
            }
        }
        return Optional.empty();
    }

    /** A text with the right words in the place of the old ones; empty where it does not hold them. */
    Optional<String> in(String text, String line) {
        Pattern place = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(old) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
        Matcher match = place.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        String rest = text.substring(0, match.start()) + text.substring(match.end());
        return Words.shared(rest, line) == 0
                ? Optional.empty()
                : Optional.of(text.substring(0, match.start()) + right + text.substring(match.end()));
    }
}
