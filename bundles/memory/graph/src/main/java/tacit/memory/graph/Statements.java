package tacit.memory.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds plain statements of how two named things are related: "A uses B", "A depends on B", "A is part of B", "X works at Y".
 * A sentence that asks, doubts, supposes, quotes or reports is passed over, and so is anything without two names.
 */
final class Statements {

    /**
     * A statement.
     *
     * @param from the name that it starts at
     * @param type of the relation
     * @param to the name that it leads to
     * @param begin where it begins in the text
     * @param end where it ends
     */
    record Statement(String from, String type, String to, int begin, int end) {}

    private static final Map<String, String> TYPES = Map.of(
            "uses", "uses",
            "depends on", "depends_on",
            "is part of", "part_of",
            "works at", "works_at",
            "works for", "works_at");

    private static final String WORD = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}._&+-]*";
    private static final String IDENTIFIER = "[\\p{L}\\p{N}]+(?:[-_./][\\p{L}\\p{N}]+)+";
    private static final String NAME = "(?:`[^`\\n]{2,80}`|" + IDENTIFIER + "|" + WORD + "(?: " + WORD + "){0,3})";

    private static final Pattern STATEMENT =
            Pattern.compile("(?<![\\p{L}\\p{N}_`./-])(?:(?:The|the|Our|our) )?(?<from>" + NAME
                    + ")(?: (?:service|library|module|project|app))? (?:(?:now|also|already|currently) )?"
                    + "(?<type>uses|depends on|is part of|works (?:at|for)) (?:(?:the|our|a|an) )?(?<to>" + NAME + ")");

    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:\\.(?=\\S)[^.!?\\n]*)*[.!?]*");

    private static final Pattern DOUBT = Pattern.compile(
            "\\b(?:if|unless|whether|when|suppose|assum\\w*|imagine|maybe|perhaps|probably|possibly|might|could|would|should"
                    + "|may|think|thinks|believe\\w*|guess\\w*|wonder\\w*|hope\\w*|wish\\w*|plan\\w*|propos\\w*|suggest\\w*"
                    + "|said|says|claims?|claimed|reportedly|pretend\\w*|example|not|never|no longer|used to|until|before)\\b"
                    + "|n't\\b|[\"\u201c\u201d\u00ab\u00bb\u201e]",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> NO_NAMES = Set.of(
            "it",
            "this",
            "that",
            "these",
            "those",
            "he",
            "she",
            "they",
            "we",
            "you",
            "i",
            "who",
            "which",
            "what",
            "everyone",
            "everybody",
            "nobody",
            "someone",
            "somebody",
            "there",
            "here",
            "each",
            "and",
            "but",
            "so",
            "then",
            "the",
            "our",
            "my");

    private Statements() {}

    static List<Statement> in(String text) {
        List<Statement> found = new ArrayList<>();
        Matcher sentences = SENTENCE.matcher(text);
        while (sentences.find()) {
            String sentence = sentences.group();
            if (!sentence.endsWith("?") && !DOUBT.matcher(sentence).find()) {
                addAll(sentence, sentences.start(), found);
            }
        }
        return found;
    }

    private static void addAll(String sentence, int offset, List<Statement> found) {
        Matcher match = STATEMENT.matcher(sentence);
        while (match.find()) {
            String from = bare(match.group("from"));
            String to = bare(match.group("to"));
            String type = TYPES.get(match.group("type"));
            if (type != null
                    && isName(from)
                    && isName(to)
                    && !Names.folded(from).equals(Names.folded(to))) {
                found.add(new Statement(
                        from,
                        type,
                        to,
                        offset + match.start("from"),
                        offset + match.start("to") + unended(match.group("to")).length()));
            }
        }
    }

    private static String bare(String name) {
        return unended(name.replace("`", ""));
    }

    private static String unended(String name) {
        return name.replaceAll("[.,:;-]+$", "");
    }

    private static boolean isName(String name) {
        String first = name.split(" ", -1)[0].toLowerCase(Locale.ROOT);
        return name.length() > 1
                && !NO_NAMES.contains(first)
                && name.codePoints().anyMatch(Character::isLetter);
    }
}
