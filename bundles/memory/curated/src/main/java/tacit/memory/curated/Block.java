package tacit.memory.curated;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CuratedMemory;

/** Puts lines between two marks of a text, literally; every character outside stays as it is. */
final class Block {

    private static final String HEADING = "## Auto Curated Memory";
    private static final String EMPTY = "_No entries yet._";

    private Block() {}

    /**
     * The text with these lines in its block.
     *
     * @param text null for none yet
     * @param title the first line of a text that was not there
     */
    static String in(@Nullable String text, String title, List<String> lines) {
        if (text == null) {
            return title + "\n\n" + block(lines, "\n") + "\n";
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        int[] place = place(text);
        if (place != null) {
            return text.substring(0, place[0]) + block(lines, end) + text.substring(place[1]);
        }
        String gap = text.isEmpty() ? "" : text.endsWith("\n") ? end : end + end;
        return text + gap + block(lines, end) + end;
    }

    static boolean isIn(String text) {
        return place(text) != null;
    }

    /** Where the first complete block begins and ends; marks without their counterpart are text like any other. */
    private static int @Nullable [] place(String text) {
        int begin = -1;
        int at = 0;
        while (at < text.length()) {
            int next = text.indexOf('\n', at);
            int stop = next < 0 ? text.length() : next;
            String line = text.substring(at, stop).strip();
            if (line.equals(CuratedMemory.BLOCK_BEGIN)) {
                begin = at;
            } else if (line.equals(CuratedMemory.BLOCK_END) && begin >= 0) {
                int last = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
                return new int[] {begin, last};
            }
            at = stop + 1;
        }
        return null;
    }

    private static String block(List<String> lines, String end) {
        List<String> block = new ArrayList<>();
        block.add(CuratedMemory.BLOCK_BEGIN);
        block.add(HEADING);
        block.add("");
        block.addAll(
                lines.isEmpty()
                        ? List.of(EMPTY)
                        : lines.stream().map(Block::harmless).toList());
        block.add(CuratedMemory.BLOCK_END);
        return String.join(end, block);
    }

    /** An entry can neither begin nor end a comment of the file. */
    private static String harmless(String line) {
        return line.replace("<!--", "&lt;!--").replace("-->", "--&gt;");
    }
}
