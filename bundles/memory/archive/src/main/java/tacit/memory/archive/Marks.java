package tacit.memory.archive;

import java.util.regex.Pattern;
import tacit.memory.words.Secrets;

/** Marks in a text that say what may become of it. */
final class Marks {

    /** The first line of a memory that no prompt recalls. */
    static final String IGNORED = "[cowork:prompt_recall=ignore]";

    /** Stands where a private span was. */
    static final String LEFT_OUT = "[left out: private]";

    private static final Pattern NO_MEMORY = Pattern.compile("(?i)<\\s*/?\\s*no-memory\\s*/?\\s*>");
    // A span that was never closed is private to the end.
    private static final Pattern PRIVATE = Pattern.compile("(?is)<\\s*private\\s*>.*?(?:<\\s*/\\s*private\\s*>|\\z)");
    private static final Pattern SECRETS_FILE = Pattern.compile("(?<![\\p{L}\\p{N}_])\\.env(?![\\p{L}\\p{N}_])");

    // Who asks again from a record has the mark where the secret stood, and must come to the same
    private static final Pattern SECRET_LEFT_OUT = Pattern.compile("\\[REDACTED[:_\\]]");

    private Marks() {}

    static boolean forbidsMemory(String text) {
        return NO_MEMORY.matcher(text).find();
    }

    /** The text without its private spans; the same text when there are none. */
    static String withoutPrivate(String text) {
        return PRIVATE.matcher(text).replaceAll(LEFT_OUT);
    }

    /** Whether it holds a secret by its form or the mark of one, or mentions the file where they usually lie. */
    static boolean isDelicate(String text) {
        return SECRETS_FILE.matcher(text).find()
                || SECRET_LEFT_OUT.matcher(text).find()
                || !Secrets.redacted(text).equals(text);
    }

    static boolean ignoresRecall(String text) {
        return text.stripLeading().startsWith(IGNORED);
    }
}
