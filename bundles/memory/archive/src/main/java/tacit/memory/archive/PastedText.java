package tacit.memory.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads memories that somebody pasted, line by line. */
final class PastedText {

    static final int MOST = 3_000;

    private static final String FENCE = "```";
    private static final Pattern DATED =
            Pattern.compile("\\s*(?:[-*•]\\s+)?\\[([^\\[\\]]{1,60})\\]\\s*[-—–]\\s*(\\S.*)");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•]|\\d{1,4}[.)])\\s+");

    private PastedText() {}

    static List<Item> items(String text) {
        List<Item> items = new ArrayList<>();
        source(text).lines().filter(line -> !line.isBlank()).forEach(line -> add(items, line));
        return items;
    }

    /** What stands in the first fence, where there is one. */
    private static String source(String text) {
        int open = text.indexOf(FENCE);
        int begin = open < 0 ? -1 : text.indexOf('\n', open);
        if (begin < 0) {
            return text;
        }
        int end = text.indexOf(FENCE, begin);
        return end < 0 ? text.substring(begin) : text.substring(begin, end);
    }

    private static void add(List<Item> items, String line) {
        Matcher dated = DATED.matcher(line);
        boolean indented = Character.isWhitespace(line.charAt(0));
        if (dated.matches()) {
            items.add(new Item(dated.group(1).strip(), dated.group(2).strip()));
        } else if (indented && !items.isEmpty()) {
            Item last = items.remove(items.size() - 1);
            items.add(new Item(last.label(), last.text() + "\n" + line.strip()));
        } else {
            items.add(new Item("", BULLET.matcher(line).replaceFirst("").strip()));
        }
    }
}
