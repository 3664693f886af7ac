package tacit.memory.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefilterTest {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final int TEXTS = 400;
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+|\\d+");
    private static final Pattern INNERMOST = Pattern.compile("\\((\\?(?:<?[=!]|<\\w+>|[\\w-]*:))?([^()]*)\\)([?*]?)");
    private static final List<String> BETWEEN =
            List.of(" ", " ", " ", " ", "  ", "\u00a0", "\n", ", ", "; ", "-", "'", "", ": ", "! ");

    /** BEGIN and END are written as angle brackets. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiterString = " => ",
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc => abc",
                "(?<!\\w)i\\s+like\\s+(?<v>.+) => <i> <like> ",
                "(?<!\\w)i\\s+(?:really\\s+)*(?:like|love)\\s+(?<v>.+) => like> |love> ",
                "(?:colou?r|tint)(?!\\w) => color>|colour>|tint>",
                "a(?:b|c+)d => a",
                "\\p{L}+ing(?!\\w) => ing>",
                "(?=x)y[ai]z => yaz|yiz",
                "(?<!x)(?-i:The)\\s+\\d{1,2}:\\d => :<0",
                "Größe\\.[^a\\]]?x => größe>.",
                "a? => -",
                "(?:a|b?)c* => -",
                ".+ => -",
                "[a-z] => -",
            })
    void tellsWhatAPatternNeeds(String pattern, String literals) {
        Optional<Set<String>> needed = RequiredLiterals.of(Pattern.compile(pattern, FLAGS));

        Set<String> expected = new HashSet<>(List.of(literals.split("\\|", -1)));
        assertEquals(
                literals.equals("-") ? Optional.empty() : Optional.of(expected),
                needed.map(some -> new HashSet<>(some.stream()
                        .map(literal -> literal.replace(PlainText.BEGIN, '<').replace(PlainText.END, '>'))
                        .toList())));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "(?<!\\w)like(?!\\w), I LIKE tea, true",
                "(?<!\\w)like(?!\\w), I dislike tea, false",
                "(?<!\\w)like(?!\\w), likely, false",
                "(?<!\\w)like(?!\\w), \"like\", true",
                "not\\s+that, \"not\u00a0\n that\", true",
                "at\\s+\\d, at ٣, true",
                "straße, STRAßE, true",
                "like(?!\\w), like\u0301, false",
                "like(?!\\w), \"😀like\", true",
            })
    void findsWhatAPatternWouldFind(String pattern, String text, boolean found) {
        Pattern compiled = Pattern.compile(pattern, FLAGS);

        assertEquals(found, new Prefilter(List.of(compiled)).scan(text).has(compiled));
        assertEquals(found, compiled.matcher(text).find());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void passesOverNothingThatAPatternWouldFind(Language language) {
        List<Pattern> patterns = GrammarFile.read(language).sought();
        Prefilter prefilter = new Prefilter(patterns);
        Random random = new Random(5);
        Set<Pattern> found = new HashSet<>();
        int passedOver = 0;

        for (int i = 0; i < TEXTS; i++) {
            String text = text(patterns, random);
            Scanned scanned = prefilter.scan(text);
            for (Pattern pattern : patterns) {
                if (pattern.matcher(text).find()) {
                    found.add(pattern);
                    assertTrue(scanned.has(pattern), () -> pattern + " finds nothing any more in: " + text);
                } else if (!may(scanned, pattern)) {
                    passedOver++;
                }
            }
        }

        assertTrue(found.size() > patterns.size() / 2, () -> "only " + found.size() + " patterns found anything");
        assertTrue(passedOver > TEXTS * patterns.size() / 2, "only " + passedOver + " were passed over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\Qa|b\\E", "(a)\\1", "(?<n>a)\\k<n>", "\\x41", "(?i)a", "(?>a)"})
    void refusesSignsThatItDoesNotKnow(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> RequiredLiterals.of(Pattern.compile(pattern)));
    }

    @Test
    void refusesAPatternThatWasNotLookedUp() {
        Scanned scanned = new Prefilter(List.of(Pattern.compile("a"))).scan("a");

        assertThrows(IllegalArgumentException.class, () -> scanned.has(Pattern.compile("a")));
    }

    @Test
    void needsALiteralForEachPatternOfTheGrammars() {
        for (Language language : Language.values()) {
            for (Pattern pattern : GrammarFile.read(language).sought()) {
                assertFalse(RequiredLiterals.of(pattern).isEmpty(), () -> pattern + " is tried on every sentence");
            }
        }
    }

    private static boolean may(Scanned scanned, Pattern pattern) {
        return scanned.possible() == null
                || scanned.possible().get(scanned.numbers().get(pattern));
    }

    /** Words of the patterns, and whole ways through them. */
    private static String text(List<Pattern> patterns, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3 + random.nextInt(6); i++) {
            String way = way(patterns.get(random.nextInt(patterns.size())).pattern(), random);
            List<String> words =
                    WORD.matcher(way).results().map(match -> match.group()).toList();
            String part = random.nextInt(3) == 0 || words.isEmpty() ? way : words.get(random.nextInt(words.size()));
            text.append(random.nextInt(5) == 0 ? part.toUpperCase(java.util.Locale.ROOT) : part);
            text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
        }
        return text.toString();
    }

    private static String way(String pattern, Random random) {
        String way = pattern;
        for (Matcher group = INNERMOST.matcher(way); group.find(); group = INNERMOST.matcher(way)) {
            boolean around = group.group(1) != null && group.group(1).matches("\\?<?[=!]");
            boolean left = !group.group(3).isEmpty() && random.nextBoolean();
            String[] ways = group.group(2).split("\\|", -1);
            String chosen = around || left ? "" : ways[random.nextInt(ways.length)];
            way = way.substring(0, group.start()) + chosen + way.substring(group.end());
        }
        return way.replace("\\s+", " ")
                .replaceAll("\\[[^\\]]*\\]|\\\\p\\{\\w+\\}", "A")
                .replace("\\d", "7")
                .replaceAll("\\.[+*]\\??", "tea")
                .replaceAll("\\{[^}]*\\}|[\\\\^$?+*()|]", "");
    }
}
