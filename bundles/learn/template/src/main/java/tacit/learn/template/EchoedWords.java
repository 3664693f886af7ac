package tacit.learn.template;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks the words of a message that the caller had put into the call: a name or a path that differs from call to call does
 * not make another kind of error. Words of plain language stay, whether the call held them or not. Immutable.
 */
final class EchoedWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_./-]*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_]\\p{L}*\\p{Lu}.*|.*[\\p{N}_/].*|.*\\w\\.\\w.*");

    private final int longestInput;
    private final int shortestWord;

    EchoedWords(int longestInput, int shortestWord) {
        this.longestInput = longestInput;
        this.shortestWord = shortestWord;
    }

    /**
     * Answers the message with {@code <text>} for each echoed name.
     *
     * @param input of the call; null when it was not recorded
     */
    String mask(String message, @Nullable String input) {
        if (input == null) {
            return message;
        }
        String call = input.substring(0, Math.min(input.length(), longestInput)).toLowerCase(Locale.ROOT);
        return WORD.matcher(message).replaceAll(word -> Matcher.quoteReplacement(masked(word.group(), call)));
    }

    private String masked(String word, String call) {
        String bare = word.replaceAll("[./-]+$", "");
        boolean echoed = NAME.matcher(bare).matches() && (contains(call, bare) || contains(call, unqualified(bare)));
        return echoed ? "<text>" + word.substring(bare.length()) : word;
    }

    private boolean contains(String call, String word) {
        return word.length() >= shortestWord && call.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The last part of a qualified name; a path is not one. */
    private static String unqualified(String word) {
        return word.contains("/") ? word : word.substring(word.lastIndexOf('.') + 1);
    }
}
