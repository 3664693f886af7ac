package tacit.adapt.feedback;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Reason;

/**
 * The words of feedback, apart from its decision. Immutable.
 *
 * @param reason the reason that has a word of its own; null for none
 * @param free what the user wrote themselves; empty for nothing
 * @param words both as one text
 */
record Said(@Nullable Reason reason, String free, String words) {

    private static final Pattern MANNER = Pattern.compile(
            "\\b(?:concise|short(?:er)?|brief|long(?:er)?|wordy|verbose|detail(?:s|ed)?|emojis?|smileys?|tone|friendl(?:y|ier)"
                    + "|formal|informal|technical|simpler|kürzer|lang|ausführlich(?:er)?|ton|freundlicher|corto|largo|detalles?"
                    + "|tono|court|longue?|détails?|jargon)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    static Said of(GivenFeedback feedback) {
        Reason reason = named(feedback.reason());
        String free = joined(" ", reason == null ? feedback.reason() : null, feedback.note());
        return new Said(reason, free, joined(": ", feedback.reason(), feedback.note()));
    }

    private static @Nullable Reason named(@Nullable String text) {
        return Stream.of(Reason.values())
                .filter(reason -> text != null && reason.word().equals(text.strip()))
                .findFirst()
                .orElse(null);
    }

    private static String joined(String between, @Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(between));
    }

    /** Whether it is about how answers read, and not about what they say. */
    boolean manner() {
        if (reason == null) {
            return MANNER.matcher(free).find();
        }
        return switch (reason) {
            case TOO_VERBOSE, WRONG_TONE -> true;
            case INCORRECT, IGNORED_INSTRUCTIONS, UNSAFE -> false;
        };
    }

    /** A reason about something else still says nothing of style, unless the user's own words do. */
    boolean speaksOfStyle() {
        return (reason != null && manner()) || !free.isEmpty();
    }

    /** A bare word such as {@code incorrect} is no wish that anybody could follow. */
    String wish() {
        return reason == null || manner() ? words : free;
    }

    static String line(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1).stripTrailing() + "…";
    }
}
