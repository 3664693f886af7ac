package tacit.api.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds texts again where they were shortened, quoted, written in other case or within JSON: by runs of their words. Immutable.
 *
 * <p>A text of fewer words than a run is found as a whole; one of fewer than three words is passed over, as too many others hold
 * it.
 */
public final class TextRuns {

    /** How many words in a row are taken for a piece of the text. */
    public static final int LENGTH = 6;

    private static final int FEWEST = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern UNICODE = Pattern.compile("\\\\+u([0-9a-fA-F]{4})");
    private static final Pattern ESCAPE = Pattern.compile("\\\\+[bfnrt\"/]");

    private final Map<Integer, Set<List<String>>> runs = new TreeMap<>();

    private TextRuns() {}

    /** For pieces of these texts. */
    public static TextRuns of(Collection<String> texts) {
        TextRuns all = new TextRuns();
        for (String text : texts) {
            List<String> words = words(text);
            if (words.size() >= FEWEST) {
                int length = Math.min(LENGTH, words.size());
                Set<List<String>> known = all.runs.computeIfAbsent(length, any -> new HashSet<>());
                for (int i = 0; i + length <= words.size(); i++) {
                    known.add(List.copyOf(words.subList(i, i + length)));
                }
            }
        }
        return all;
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Whether a piece of one of the texts stands in this one. */
    public boolean isIn(String text) {
        List<String> words = runs.isEmpty() ? List.of() : words(text);
        for (Map.Entry<Integer, Set<List<String>>> known : runs.entrySet()) {
            int length = known.getKey();
            for (int i = 0; i + length <= words.size(); i++) {
                if (known.getValue().contains(words.subList(i, i + length))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        String plain = text.indexOf('\\') < 0 ? text : unescaped(text);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static String unescaped(String text) {
        String letters = UNICODE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        return ESCAPE.matcher(letters).replaceAll(" ");
    }
}
