package tacit.adapt.persona;

import java.util.regex.Pattern;

/**
 * Something that stays in one message. Immutable.
 *
 * @param text a word with the blanks before it on its line, or a block of code
 * @param after the space behind it, which falls away at the end of a message
 * @param end how well a message ends behind it
 */
record Piece(String text, String after, End end) {

    private static final Pattern SENTENCE = Pattern.compile(".*[.!?…。！？][\"')\\]*_]*", Pattern.DOTALL);

    /** How well a message ends somewhere, the worst first. */
    enum End {
        WITHIN_A_WORD,
        WORD,
        SENTENCE,
        LINE,
        PARAGRAPH
    }

    static Piece word(String text, String after) {
        return new Piece(text, after, end(text, after));
    }

    static Piece block(String text, String after) {
        return new Piece(text, after, End.PARAGRAPH);
    }

    private static End end(String text, String after) {
        long lines = after.chars().filter(c -> c == '\n').count();
        if (lines > 0) {
            return lines > 1 ? End.PARAGRAPH : End.LINE;
        }
        return SENTENCE.matcher(text).matches() ? End.SENTENCE : End.WORD;
    }
}
