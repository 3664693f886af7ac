package tacit.memory.sentences;

import java.util.Objects;

/**
 * Something that was taken or done wrongly. Immutable.
 *
 * @param believed what it was taken for; empty when that was not said
 * @param right what is right; empty when that was not said
 * @param begin where the words begin in the text, in characters
 * @param end where they end
 */
public record Correction(String believed, String right, int begin, int end) {

    public Correction {
        Objects.requireNonNull(believed, "believed");
        Objects.requireNonNull(right, "right");
    }
}
