package tacit.memory.words;

import java.util.List;
import java.util.Locale;

/** Cuts out of a text the part where a question's words stand. */
public final class Excerpt {

    private static final String CUT = "\u2026";

    private Excerpt() {}

    /** The part around the whole question, or else around its first word that is found; with a mark at each side that is cut. */
    public static String of(String text, String question, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return line;
        }
        String folded = line.toLowerCase(Locale.ROOT);
        String wanted = question.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        int middle = middle(folded, wanted);
        int room = longest - 2 * CUT.length();
        int begin = Math.max(0, Math.min(middle - room / 2, line.length() - room));
        int end = Math.min(line.length(), begin + room);
        return (begin > 0 ? CUT : "") + whole(line, begin, end) + (end < line.length() ? CUT : "");
    }

    // Half of a letter that takes two characters is left out
    private static String whole(String line, int begin, int end) {
        int first = Character.isLowSurrogate(line.charAt(begin)) ? begin + 1 : begin;
        int last = end > first && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
        return line.substring(first, last);
    }

    private static int middle(String folded, String wanted) {
        int at = wanted.isEmpty() ? -1 : folded.indexOf(wanted);
        if (at >= 0) {
            return at + wanted.length() / 2;
        }
        List<String> telling = Terms.ofQuery(wanted);
        for (String word : SearchWords.of(wanted)) {
            int found = folded.indexOf(word);
            if (found >= 0 && Terms.of(word).stream().anyMatch(telling::contains)) {
                return found + word.length() / 2;
            }
        }
        return 0;
    }
}
