package tacit.memory.layers;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.memory.words.Quoting;

/** Writes remembered text so that it can be read and not obeyed. */
final class Inert {

    /** Letters that nobody sees, and that would hide a tag or turn the reading order; those that join emoji stay. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\u200C\\u200D\\n\\t]]");

    private static final Pattern LINE_END = Pattern.compile("\\R");

    /** A bracket, however it is written, from which nothing that can be read parts the name of a wrapper. */
    private static final Pattern WRAPPER = Pattern.compile(
            "[<\\uFF1C\\uFE64\\u2039\\u276E](?=[^\\p{Alnum}<\\uFF1C\\uFE64\\u2039\\u276E]*+cowork)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Inert() {}

    /** On one line, behind a bullet. */
    static String line(String text) {
        return "- " + BLANKS.matcher(safe(text)).replaceAll(" ").strip();
    }

    /** As a quotation behind a bullet, each line marked. */
    static String quotation(String text) {
        List<String> lines = safe(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return "- > " + String.join("\n  > ", lines);
    }

    /** Line by line as it is, with nothing in it that could be taken for a wrapper or for an order. */
    static String page(String text) {
        return safe(text)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String safe(String text) {
        if (Quoting.isHarmless(text)) {
            return text;
        }
        String seen = UNSEEN.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
        return Quoting.safe(WRAPPER.matcher(Quoting.seen(seen)).replaceAll("&lt;"));
    }
}
