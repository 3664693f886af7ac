package tacit.adapt.skills;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.memory.words.Quoting;

/** What must not stand in a skill, whoever wrote it: words that its readers do not see, and words that take an agent over. */
final class Poison {

    private static final List<Pattern> ORDERS = List.of(
            order("\\b(?:ignore|disregard|forget)\\s+(?:all\\s+|any\\s+|the\\s+|your\\s+){0,2}"
                    + "(?:previous|prior|above|earlier)\\s+(?:instructions?|prompts?|rules?)"),
            order("\\boverride\\s+(?:the\\s+|your\\s+)?system\\s+(?:instructions?|prompts?)"),
            order("\\[/?INST\\]|<</?SYS>>|<\\|im_(?:start|end)\\|>"));

    private static final Pattern COMMENT = Pattern.compile("<!--");

    private Poison() {}

    private static Pattern order(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Why a text is not taken; empty when nothing is known against it. There are ways that nobody knows. */
    static Optional<String> in(String text) {
        String seen = Quoting.seen(text);
        if (!seen.equals(text)) {
            return Optional.of("draft must not hold letters that its readers do not see");
        }
        if (COMMENT.matcher(text).find()) {
            return Optional.of("draft must not hold a comment, which its readers do not see");
        }
        return ORDERS.stream().anyMatch(order -> order.matcher(seen).find())
                ? Optional.of("draft must not tell an agent to put its instructions aside")
                : Optional.empty();
    }
}
