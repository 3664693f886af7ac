package tacit.learn.mine.facts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs inside a reply. */
final class CodeBlocks {

    private static final Pattern FENCE = Pattern.compile("(?m)^```(\\w*)[^\\n]*$");

    private CodeBlocks() {}

    /** All fenced programs of a text, one after the other; a block that is cut off counts. */
    static String in(String text) {
        StringBuilder code = new StringBuilder();
        Matcher fences = FENCE.matcher(text);
        int open = -1;
        while (fences.find()) {
            if (open < 0) {
                open = fences.end();
            } else {
                code.append(text, open, fences.start());
                open = -1;
            }
        }
        return open < 0 ? code.toString() : code.append(text.substring(open)).toString();
    }
}
