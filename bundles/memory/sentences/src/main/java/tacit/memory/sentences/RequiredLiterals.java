package tacit.memory.sentences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a pattern what a text must hold, at least one of some literals, to match. Reads what grammars are written in: groups,
 * alternatives, quantifiers, classes and looking around; other signs are refused. Confined to one thread.
 */
final class RequiredLiterals {

    /** So many literals that stand one behind another in all ways are kept whole. */
    private static final int MOST_EXACT = 64;

    private static final int WORTH_OF_DIGIT = 3;
    private static final int OTHER_WRITING = Pattern.COMMENTS | Pattern.LITERAL;
    private static final String CLASSES = "wWSDBAzZ";

    /** How a group begins that looks around, is named, or has flags. */
    private static final Pattern HEAD = Pattern.compile("\\?(?:(<?[=!])|<\\w+>|[\\w-]*:)");

    private final String pattern;
    private final boolean words;
    private int at;

    /**
     * What a part of a pattern asks for.
     *
     * @param exact all that it can match; null where that is not a few texts
     * @param required at least one of them is in what it matches; null where nothing is known
     */
    private record Part(
            @Nullable Set<String> exact, @Nullable Set<String> required) {

        static final Part UNKNOWN = new Part(null, null);
        static final Part NOTHING = exact("");

        static Part exact(String text) {
            return exact(Set.of(text));
        }

        static Part exact(Set<String> texts) {
            return new Part(texts, texts);
        }
    }

    private RequiredLiterals(Pattern pattern) {
        this.pattern = pattern.pattern();
        this.words = (pattern.flags() & Pattern.UNICODE_CHARACTER_CLASS) != 0;
    }

    /** Literals of {@link PlainText}, one of which is in the plain text of whatever the pattern finds; empty where none is known. */
    static Optional<Set<String>> of(Pattern pattern) {
        if ((pattern.flags() & OTHER_WRITING) != 0) {
            throw new IllegalArgumentException(
                    "pattern must be written without comments or quotes, got '" + pattern + "'");
        }
        RequiredLiterals reader = new RequiredLiterals(pattern);
        Part whole = reader.alternatives();
        return Optional.ofNullable(literals(whole.required()));
    }

    private static @Nullable Set<String> literals(@Nullable Set<String> texts) {
        if (texts == null) {
            return null;
        }
        Set<String> literals = new LinkedHashSet<>();
        for (String text : texts) {
            String literal = PlainText.literal(text);
            if (worth(Set.of(text)) == 0) {
                return null;
            }
            literals.add(literal);
        }
        return literals;
    }

    private Part alternatives() {
        List<Part> parts = new ArrayList<>(List.of(sequence()));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : either(parts);
    }

    private static Part either(List<Part> parts) {
        Set<String> exact = new LinkedHashSet<>();
        Set<String> required = new LinkedHashSet<>();
        boolean few = parts.stream().allMatch(part -> part.exact() != null);
        for (Part part : parts) {
            if (part.exact() != null) {
                exact.addAll(part.exact());
            }
            if (part.required() == null) {
                return Part.UNKNOWN;
            }
            required.addAll(part.required());
        }
        return new Part(few && exact.size() <= MOST_EXACT ? exact : null, required);
    }

    /** What stands one behind another: the rarest of what each stretch of literals, and each part between them, asks for. */
    private Part sequence() {
        List<Set<String>> choices = new ArrayList<>();
        Set<String> run = Set.of("");
        boolean whole = true;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            Part part = quantified(atom());
            Set<String> longer = part.exact() == null ? null : joined(run, part.exact());
            if (longer != null) {
                run = longer;
                continue;
            }
            choices.add(run);
            whole = false;
            run = part.exact() == null ? Set.of("") : part.exact();
            if (part.exact() == null && part.required() != null) {
                choices.add(part.required());
            }
        }
        choices.add(run);
        Set<String> best = choices.stream()
                .max(Comparator.comparingInt(RequiredLiterals::worth))
                .orElseThrow();
        return new Part(whole ? run : null, worth(best) == 0 && !whole ? null : best);
    }

    /** How much that of them tells which tells least: few texts have digits. */
    private static int worth(Set<String> texts) {
        return texts.stream()
                .mapToInt(text -> PlainText.literal(text)
                        .chars()
                        .filter(letter -> letter > ' ')
                        .map(letter -> letter == PlainText.DIGIT ? WORTH_OF_DIGIT : 1)
                        .sum())
                .min()
                .orElse(0);
    }

    private static @Nullable Set<String> joined(Set<String> before, Set<String> after) {
        if (before.size() * after.size() > MOST_EXACT) {
            return null;
        }
        Set<String> joined = new LinkedHashSet<>();
        before.forEach(first -> after.forEach(second -> joined.add(first + second)));
        return joined;
    }

    private Part quantified(Part part) {
        if (at >= pattern.length()) {
            return part;
        }
        char sign = pattern.charAt(at);
        boolean counted = sign == '{' && at + 1 < pattern.length() && Character.isDigit(pattern.charAt(at + 1));
        if (!counted && sign != '?' && sign != '*' && sign != '+') {
            return part;
        }
        boolean once = sign == '+' || (counted && pattern.charAt(at + 1) != '0');
        at = counted ? pattern.indexOf('}', at) + 1 : at + 1;
        if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
            at++;
        }
        if (sign == '?' && part.exact() != null) {
            return either(List.of(part, Part.NOTHING));
        }
        boolean blanks = sign == '+' && part.exact() != null && part.exact().equals(Set.of(" "));
        return blanks ? part : once ? new Part(null, part.required()) : Part.UNKNOWN;
    }

    private Part atom() {
        char sign = pattern.charAt(at++);
        return switch (sign) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escaped(pattern.charAt(at++));
            case '^', '$' -> Part.NOTHING;
            case '.' -> Part.UNKNOWN;
            default -> Part.exact(String.valueOf(sign));
        };
    }

    private Part group() {
        if (pattern.startsWith(CalendarWords.BEGIN, at - 1)) {
            at += CalendarWords.BEGIN.length() - 1;
            return words ? Part.exact(String.valueOf(PlainText.BEGIN)) : Part.NOTHING;
        }
        if (pattern.startsWith(CalendarWords.END, at - 1)) {
            at += CalendarWords.END.length() - 1;
            return words ? Part.exact(String.valueOf(PlainText.END)) : Part.NOTHING;
        }
        Matcher head = HEAD.matcher(pattern).region(at, pattern.length());
        boolean around = false;
        if (head.lookingAt()) {
            around = head.group(1) != null;
            at = head.end();
        } else if (pattern.charAt(at) == '?') {
            throw refused("(" + pattern.substring(at, at + 2));
        }
        Part inside = alternatives();
        at++;
        return around ? Part.NOTHING : inside;
    }

    /** One of some letters; a few of them are told apart. */
    private Part letters() {
        int from = at;
        int open = 1;
        while (open > 0) {
            char sign = pattern.charAt(at++);
            at += sign == '\\' ? 1 : 0;
            open += sign == '[' ? 1 : sign == ']' ? -1 : 0;
        }
        String inside = pattern.substring(from, at - 1);
        boolean plain = inside.chars().noneMatch(sign -> "\\^-&[]".indexOf(sign) >= 0);
        if (!plain || inside.length() > MOST_EXACT) {
            return Part.UNKNOWN;
        }
        Set<String> one = new LinkedHashSet<>();
        inside.chars().forEach(sign -> one.add(String.valueOf((char) sign)));
        return Part.exact(one);
    }

    private Part escaped(char sign) {
        if (sign == 's') {
            return Part.exact(" ");
        }
        if (sign == 'd') {
            return Part.exact(String.valueOf(PlainText.DIGIT));
        }
        if (sign == 'b') {
            return Part.NOTHING;
        }
        if (sign == 'p' || sign == 'P') {
            at = pattern.indexOf('}', at) + 1;
            return Part.UNKNOWN;
        }
        if (Character.isLetterOrDigit(sign) && CLASSES.indexOf(sign) < 0) {
            throw refused("\\" + sign);
        }
        return Character.isLetter(sign) ? Part.UNKNOWN : Part.exact(String.valueOf(sign));
    }

    private IllegalArgumentException refused(String sign) {
        return new IllegalArgumentException("Cannot tell what '" + sign + "' needs in pattern '" + pattern + "'");
    }
}
