package tacit.learn.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds facts in a text. Pure functions. */
final class FactReader {

    /** What stands behind it is not looked at. */
    private static final int LONGEST_TEXT = 50_000;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SENTENCE = 300;
    private static final int LEAST_WORDS = 4;

    /** People, not things. */
    private static final Pattern MAIL = Pattern.compile("[^\\s\"'<>]+@[^\\s\"'<>]+");

    private static final Pattern MASKED = Pattern.compile("\\[REDACTED[^\\]]*]?");

    private static final Pattern NAME = Pattern.compile("\\b\\p{L}[\\p{L}\\d]*(?:[_.][\\p{L}\\d]+)+\\b");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(table|column|field|parameter|index|view|collection)\\s+[`\"'\\[]?([a-z_][a-z\\d_]*)");
    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s\"'<>)\\]}]*[\\w/]");
    private static final Pattern PATH = Pattern.compile("(?<![\\w/.:])~?(?:/[\\w.-]+){2,}");
    private static final Pattern ID = Pattern.compile("\\b(?=[\\w-]*\\d)\\p{L}[\\p{L}\\d]*(?:[-_][\\p{L}\\d]+)*\\b");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\R+");
    private static final Pattern BULLET = Pattern.compile("^[\\s*#>•-]+|^\\d+[.)]\\s+");
    private static final Pattern RULE = Pattern.compile(
            "\\b(?:must|shall|should|may not|may only|cannot|can ?not|can't|never|always|only|requires?|required|"
                    + "not allowed|prohibited|forbidden|mandatory|do not|don't|needs? to|ha[sv]e? to|at least|at most|unless|"
                    + "muss|müssen|darf|dürfen|nie|niemals|immer|nur|verboten|erforderlich|"
                    + "debe|deben|nunca|siempre|prohibido|solo|doit|doivent|jamais|toujours|interdit|obligatoire)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final ObjectMapper JSON = new ObjectMapper();

    private FactReader() {}

    /** @param rules whether sentences may be rules to go by; what a user says is none */
    static Set<Fact> facts(String text, boolean rules) {
        String bounded = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        String plain = MASKED.matcher(
                        MAIL.matcher(InjectedText.without(bounded)).replaceAll(" "))
                .replaceAll(" ");
        Set<Fact> facts = new LinkedHashSet<>();
        addresses(plain, facts);
        names(plain, facts);
        if (rules) {
            rules(said(plain), facts);
        }
        return facts;
    }

    private static void addresses(String text, Set<Fact> facts) {
        add(ADDRESS.matcher(text), Fact.Kind.REFERENCE, facts);
        add(PATH.matcher(ADDRESS.matcher(text).replaceAll(" ")), Fact.Kind.REFERENCE, facts);
    }

    private static void names(String text, Set<Fact> facts) {
        String rest = PATH.matcher(ADDRESS.matcher(text).replaceAll(" ")).replaceAll(" ");
        Matcher named = NAMED.matcher(rest);
        while (named.find()) {
            String fact = named.group(1) + " " + named.group(2);
            facts.add(new Fact(Fact.Kind.SCHEMA, fact.toLowerCase(Locale.ROOT)));
        }
        Matcher name = NAME.matcher(rest);
        while (name.find()) {
            boolean id = name.group().chars().anyMatch(Character::isDigit);
            if (!id && name.group().length() >= LEAST_WORDS && name.group().length() <= LONGEST_NAME) {
                facts.add(new Fact(Fact.Kind.SCHEMA, name.group().toLowerCase(Locale.ROOT)));
            }
        }
        add(ID.matcher(rest), Fact.Kind.REFERENCE, facts);
    }

    private static void add(Matcher found, Fact.Kind kind, Set<Fact> facts) {
        while (found.find()) {
            if (found.group().length() >= LEAST_WORDS && found.group().length() <= LONGEST_NAME) {
                facts.add(new Fact(kind, found.group()));
            }
        }
    }

    private static void rules(String text, Set<Fact> facts) {
        for (String part : SENTENCE_END.split(text, -1)) {
            String sentence = BULLET.matcher(part)
                    .replaceFirst("")
                    .replaceAll("\\s+", " ")
                    .strip();
            int words = sentence.split(" ", -1).length;
            if (words >= LEAST_WORDS
                    && sentence.length() <= LONGEST_SENTENCE
                    && RULE.matcher(sentence).find()) {
                facts.add(new Fact(Fact.Kind.POLICY, sentence));
            }
        }
    }

    /** The texts in a JSON value, or the text itself. */
    private static String said(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            StringBuilder texts = new StringBuilder();
            collect(JSON.readTree(text), texts);
            return texts.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static void collect(JsonNode node, StringBuilder texts) {
        if (node.isTextual()) {
            texts.append(node.textValue()).append('\n');
        }
        node.forEach(child -> collect(child, texts));
    }
}
