package tacit.learn.notes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a text what Tacit itself put there: blocks between its tags. Pure functions. */
final class InjectedText {

    private static final Pattern BEGIN = Pattern.compile(
            "<(cowork_[a-z_]+|memory_recall|compaction_summary|shared_context|user_profile|hot_memory|structured_memory"
                    + "|recall_hints|memory_context)\\b[^>]*>",
            Pattern.CASE_INSENSITIVE);

    private InjectedText() {}

    /** The message without them; a block that does not end goes to the end of the text. */
    static String without(String text) {
        String left = text;
        Matcher begin = BEGIN.matcher(left);
        boolean changed = false;
        while (begin.find()) {
            Matcher end = Pattern.compile("</" + begin.group(1) + "\\s*>", Pattern.CASE_INSENSITIVE)
                    .matcher(left);
            left = left.substring(0, begin.start()) + (end.find(begin.end()) ? left.substring(end.end()) : "");
            begin = BEGIN.matcher(left);
            changed = true;
        }
        return changed ? left.strip() : text;
    }
}
