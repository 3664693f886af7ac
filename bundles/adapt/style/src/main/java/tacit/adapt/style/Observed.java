package tacit.adapt.style;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.adapt.StyleMessage;

/**
 * How a message looks, without its words. Immutable.
 *
 * @param at when it was written
 * @param length its characters, without blocks of code and quoted lines
 * @param emoji whether it has any
 * @param technical whether it is full of technical words
 * @param evidence where it stands
 */
record Observed(Instant at, int length, boolean emoji, boolean technical, String evidence) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 20_000;

    /** What is pasted says nothing of how somebody writes. */
    private static final Pattern PASTED = Pattern.compile("```[\\s\\S]*?(?:```|\\z)|(?m)^>.*$");

    /** Nothing for a message that is too short to say anything. */
    static Optional<Observed> of(StyleMessage message) {
        String text = message.text();
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String own = without(bounded).strip();
        int length = own.codePointCount(0, own.length());
        return length < SHORTEST
                ? Optional.empty()
                : Optional.of(new Observed(
                        Digests.millis(message.at()),
                        length,
                        own.codePoints().anyMatch(Observed::isEmoji),
                        TechnicalWords.fill(own),
                        message.evidence()));
    }

    private static String without(String text) {
        boolean mayHold = text.contains("```") || text.indexOf('>') >= 0;
        return mayHold ? PASTED.matcher(text).replaceAll(" ") : text;
    }

    private static boolean isEmoji(int code) {
        return (code >= 0x1F300 && code <= 0x1F64F)
                || (code >= 0x1F680 && code <= 0x1F6FF)
                || (code >= 0x1F900 && code <= 0x1F9FF)
                || (code >= 0x1FA70 && code <= 0x1FAFF)
                || (code >= 0x2600 && code <= 0x27BF);
    }
}
