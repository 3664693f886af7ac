package tacit.memory.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds how somebody wants to be called in what they say. */
public final class PreferredName {

    private static final int MOST_WORDS = 3;
    private static final int LONGEST = 40;
    private static final int LONGEST_WORD = 20;
    private static final Pattern EXPLICIT = Pattern.compile(
            "\\b(?:my name is|(?:you can )?call me|i go by)\\s+(\\p{L}[\\p{L}\\s'’-]{1,80}?)"
                    + "(?=$|[.!?,]|\\s+(?:and|but|from)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?:(?:hi|hello|hey)[,!]?\\s+)?i(?:\\s+am|['’]m)\\s+(\\p{L}[\\p{L}\\s'’-]{1,50})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> NO_NAMES =
            Set.of(("building working trying authenticated authentication now cannot cant open"
                            + " need want ready curious busy currently using making doing fixing creating starting please thanks"
                            + " thank help from in at on for with to by as a an the this that my our your")
                    .split(" ", -1));

    private PreferredName() {}

    /** The name that a message asks for, as it is written there. */
    public static Optional<String> in(String message) {
        Matcher explicit = EXPLICIT.matcher(message);
        while (explicit.find()) {
            Optional<String> name = name(explicit.group(1));
            if (name.isPresent()) {
                return name;
            }
        }
        String plain = message.strip().replaceAll("[.!?]+$", "");
        Matcher introduction = INTRODUCTION.matcher(plain);
        return introduction.matches() ? name(introduction.group(1)) : Optional.empty();
    }

    private static Optional<String> name(String candidate) {
        List<String> words = Arrays.stream(candidate.strip().split("\\s+", -1))
                .limit(MOST_WORDS)
                .map(word -> word.replaceAll("^\\P{L}+|\\P{L}+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        String name = String.join(" ", words);
        boolean sound =
                name.length() >= 2 && name.length() <= LONGEST && words.stream().allMatch(PreferredName::isNameWord);
        return sound ? Optional.of(name) : Optional.empty();
    }

    private static boolean isNameWord(String word) {
        return word.length() >= 2 && word.length() <= LONGEST_WORD && !NO_NAMES.contains(word.toLowerCase(Locale.ROOT));
    }
}
