package tacit.surface.channels;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into messages that are short enough: between lines or words where that can be. */
final class Pieces {

    private Pieces() {}

    static List<String> of(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > longest) {
            int cut = cut(rest, longest);
            pieces.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty() || pieces.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int cut(String text, int longest) {
        int line = text.lastIndexOf('\n', longest);
        int word = text.lastIndexOf(' ', longest);
        int place = line > longest / 2 ? line : Math.max(line, word);
        if (place <= 0) {
            return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        }
        return place;
    }
}
