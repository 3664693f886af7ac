package tacit.memory.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How much of a question stands in a text. */
public final class Overlap {

    private static final int SHORTEST = 3;

    private Overlap() {}

    /** The different words of at least three letters, in their order. */
    public static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : SearchWords.of(text)) {
            for (String part : word.split("[_-]+", -1)) {
                if (part.codePointCount(0, part.length()) >= SHORTEST || isJoined(part)) {
                    words.add(part);
                }
            }
        }
        return words;
    }

    private static boolean isJoined(String part) {
        return !part.isEmpty() && part.codePoints().allMatch(Character::isIdeographic);
    }

    /** How many of the first words of a question stand in a text. */
    public static int count(String question, int first, String text) {
        Set<String> there = words(text);
        List<String> asked = words(question).stream().limit(first).toList();
        return (int) asked.stream().filter(there::contains).count();
    }
}
