package tacit.memory.sentences;

/**
 * A sentence, or a part of one. Immutable.
 *
 * @param text its words, with quotations blanked
 * @param begin where it begins in the whole text
 * @param question whether it asks
 */
record Piece(String text, int begin, boolean question) {

    /** A part of it, without the blanks around. */
    Piece part(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return new Piece(text.substring(first, last), begin + first, question);
    }
}
