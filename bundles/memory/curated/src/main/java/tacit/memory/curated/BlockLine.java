package tacit.memory.curated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.memory.CurationRequest.Target;

/**
 * A line of a block of curated entries, of this host or of another program. Immutable.
 *
 * @param number of the line in its file, from 1
 * @param begin where it begins in the file, in characters
 * @param end where it ends
 * @param kind of the entry; empty for a line that is no entry
 * @param content of the entry, whole and on one line
 */
record BlockLine(int number, int begin, int end, String kind, String content) {

    /** How what stands in the place of a text that was taken back begins. */
    private static final String DELETED = "[deleted sha256:";

    private static final Pattern BEGIN =
            Pattern.compile("<!--[^>]*\\bcurated\\b[^>]*\\b(?:start|begin)\\b[^>]*-->", Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("<!--[^>]*\\bcurated\\b[^>]*\\bend\\b[^>]*-->", Pattern.CASE_INSENSITIVE);
    private static final Pattern BULLET = Pattern.compile("[-*+]\\s+(\\S.*)");
    private static final Pattern LABELLED = Pattern.compile("([A-Za-z][A-Za-z _-]{2,30}):\\s+(\\S.*)");
    private static final Pattern SILENT = Pattern.compile("|#{1,6} .*|_.*_|\\*[^* ].*\\*");

    boolean isEntry() {
        return !kind.isEmpty();
    }

    /** The lines of all blocks that are complete; headings, blank lines and the words for no entries are left out. */
    static List<BlockLine> in(String text, Target target) {
        List<BlockLine> all = new ArrayList<>();
        List<BlockLine> open = null;
        int number = 0;
        for (int at = 0; at < text.length(); ) {
            int next = text.indexOf('\n', at);
            int end = next < 0 ? text.length() : next;
            number++;
            String line = text.substring(at, end).strip();
            if (BEGIN.matcher(line).matches()) {
                open = new ArrayList<>();
            } else if (open != null && END.matcher(line).matches()) {
                all.addAll(open);
                open = null;
            } else if (open != null && !SILENT.matcher(line).matches() && !line.contains(DELETED)) {
                open.add(of(
                        number, at, at + text.substring(at, end).stripTrailing().length(), line, target));
            }
            at = end + 1;
        }
        return all;
    }

    private static BlockLine of(int number, int begin, int end, String line, Target target) {
        Matcher bullet = BULLET.matcher(line);
        if (!bullet.matches()) {
            return new BlockLine(number, begin, end, "", "");
        }
        String words = bullet.group(1).replace("&lt;!--", "<!--").replace("--&gt;", "-->");
        Matcher labelled = LABELLED.matcher(words);
        if (labelled.matches()) {
            String kind = labelled.group(1).strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
            if (Texts.KINDS.contains(kind)) {
                return new BlockLine(number, begin, end, kind, whole(labelled.group(2)));
            }
        }
        return new BlockLine(number, begin, end, Edit.usualKind(target), whole(words));
    }

    private static String whole(String words) {
        return Texts.collapsed(words, Integer.MAX_VALUE);
    }
}
