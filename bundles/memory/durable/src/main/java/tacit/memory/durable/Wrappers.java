package tacit.memory.durable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what memories put into prompts: it stands before what was said, between tags. */
final class Wrappers {

    private static final Pattern INJECTED = Pattern.compile(
            "\\A\\s*<((?:cowork_)?(?:memory_recall|compaction_summary|shared_context|user_profile|hot_memory"
                    + "|structured_memory|recall_hints|memory_context))\\b[^>]*>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUMMARY = Pattern.compile(
            "<compaction_summary\\b[^>]*>(.*?)(?:</compaction_summary>|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SUMMARY_TAG =
            Pattern.compile("</?compaction_summary\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private Wrappers() {}

    /** What is left without what was put before it; nothing where a wrapper is not closed. */
    static String without(String text) {
        String left = text;
        Matcher begin = INJECTED.matcher(left);
        while (begin.find()) {
            Matcher end = Pattern.compile("</" + Pattern.quote(begin.group(1)) + "\\s*>", Pattern.CASE_INSENSITIVE)
                    .matcher(left);
            if (!end.find(begin.end())) {
                return "";
            }
            left = left.substring(end.end());
            begin = INJECTED.matcher(left);
        }
        return left;
    }

    /** The summaries that stand in a prompt in place of messages. */
    static List<String> summaries(String text) {
        List<String> summaries = new ArrayList<>();
        Matcher summary = SUMMARY.matcher(text);
        while (summary.find()) {
            summaries.add(line(summary.group(1)));
        }
        return summaries;
    }

    /** The words of a summary, without the tag that it may bring along. */
    static String bare(String summary) {
        return line(SUMMARY_TAG.matcher(summary).replaceAll(" "));
    }

    /** One line, with single blanks. */
    static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
