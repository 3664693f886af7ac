package tacit.memory.curated;

import java.util.List;
import java.util.Locale;
import tacit.api.memory.CurationRequest.Target;

/** How texts of entries are cut, compared and named. */
final class Texts {

    static final int LONGEST_CONTENT = 320;
    static final int LONGEST_MATCH = 120;

    /** The kinds that entries have. */
    static final List<String> KINDS =
            List.of("identity", "preference", "constraint", "workflow_rule", "project_fact", "active_commitment");

    private Texts() {}

    /** On one line, within a number of characters; no character is cut in two. */
    static String collapsed(String text, int most) {
        String line = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
        return line.substring(0, end).stripTrailing();
    }

    static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    static String kind(String word) {
        String kind = word.strip().toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind must be one of " + String.join(", ", KINDS));
        }
        return kind;
    }

    static String word(Target target) {
        return target.name().toLowerCase(Locale.ROOT);
    }

    /** What stands for the same entry again. */
    static String key(Target target, String kind, String content) {
        return word(target) + "/" + kind + "/" + normal(content);
    }
}
