package tacit.memory.sentences;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where sentences begin and end. */
public final class Sentences {

    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:[.!?]+(?=\\s|$)|\\n|$|[.!?]+)");

    private Sentences() {}

    /** Each sentence of a text, with the space around it. */
    public static Matcher of(String text) {
        return SENTENCE.matcher(text);
    }

    /** The begin and the end of the sentence that holds a place of a text, without the space around it. */
    public static int[] around(String text, int place) {
        Matcher sentence = of(text);
        while (sentence.find()) {
            if (sentence.end() > place) {
                int begin = sentence.start();
                int end = sentence.end();
                while (begin < end && Character.isWhitespace(text.charAt(begin))) {
                    begin++;
                }
                while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
                    end--;
                }
                return new int[] {begin, end};
            }
        }
        return new int[] {0, text.length()};
    }
}
