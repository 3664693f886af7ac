package tacit.memory.sentences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the resource of one language: {@code @name = part} names a part of patterns, {@code [section]} begins a section, other
 * lines are patterns, in which a blank stands for any white space, {@code {name}} for a part, {@code \<} before a letter for the
 * begin of a word and {@code \>} after one for its end; {@code \b} is either.
 */
final class GrammarFile {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private GrammarFile(String text) {
        List<String> section = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("@")) {
                String[] part = line.substring(1).split(" = ", 2);
                parts.put("{" + part[0] + "}", expanded(part[1]));
            } else if (line.startsWith("[") && line.endsWith("]") && line.matches("\\[[\\w .+-]+\\]")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.add(expanded(line));
            }
        }
    }

    static Grammar read(Language language) {
        String name = language.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = GrammarFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Cannot read grammar '" + name + "': it is not there");
            }
            return new GrammarFile(new String(in.readAllBytes(), StandardCharsets.UTF_8)).grammar();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read grammar '" + name + "': " + e.getMessage(), e);
        }
    }

    private Grammar grammar() {
        return new Grammar(
                any("split"),
                any("lead"),
                any("trail"),
                any("doubtful"),
                any("reported"),
                any("momentary"),
                any("empty"),
                any("request"),
                any("denial"),
                String.join("", sections.getOrDefault("subject", List.of())),
                rules(),
                all("promise"),
                all("errand"),
                all("duty"),
                all("correction"),
                any("no correction"));
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        sections.forEach((name, patterns) -> {
            String[] words = name.split(" ", -1);
            if (words[0].equals("claim") || words[0].equals("other")) {
                patterns.forEach(pattern -> rules.add(rule(words, pattern)));
            }
        });
        return List.copyOf(rules);
    }

    /** From the words of a section's name: {@code claim category predicate + 0.75 durable}. */
    private static Rule rule(String[] words, String pattern) {
        return new Rule(
                Category.valueOf(words[1].toUpperCase(Locale.ROOT)),
                words[2],
                words[3].equals("-") ? Polarity.NEGATIVE : Polarity.POSITIVE,
                Double.parseDouble(words[4]),
                Expiry.valueOf(words[5].toUpperCase(Locale.ROOT)),
                words[0].equals("other"),
                Pattern.compile(spaced(pattern), FLAGS));
    }

    private String expanded(String line) {
        String whole = line;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            whole = whole.replace(part.getKey(), part.getValue());
        }
        return whole;
    }

    private Pattern any(String section) {
        List<String> patterns = sections.getOrDefault(section, List.of());
        if (patterns.isEmpty()) {
            throw new IllegalStateException("Cannot read grammar: section '" + section + "' is missing");
        }
        return Pattern.compile(spaced(String.join("|", patterns)), FLAGS);
    }

    private List<Pattern> all(String section) {
        return sections.getOrDefault(section, List.of()).stream()
                .map(pattern -> Pattern.compile(spaced(pattern), FLAGS))
                .toList();
    }

    /** With character classes of Unicode the platform makes new objects whenever it compares a place with its own word boundary. */
    private static String spaced(String pattern) {
        return pattern.replace(" ", "\\s+")
                .replace("\\<", CalendarWords.BEGIN)
                .replace("\\>", CalendarWords.END)
                .replace("\\b", "(?:(?<!\\w)(?=\\w)|(?<=\\w)(?!\\w))");
    }
}
