package tacit.api.memory;

import java.util.Locale;
import java.util.regex.Pattern;

/** How memories of another assistant are written down. */
public enum ArchiveFormat {
    /** Entries, line by line. */
    TEXT,
    /** The conversations of a ChatGPT export, as JSON. */
    CHATGPT;

    /** An object, or a list of objects; a line that begins with a date in brackets is neither. */
    private static final Pattern EXPORT = Pattern.compile("\\A\\s*(?:\\{|\\[\\s*(?:\\{|\\]\\s*\\z))");

    /** The one that a text seems to have, by its begin. */
    public static ArchiveFormat of(String text) {
        return EXPORT.matcher(text).find() ? CHATGPT : TEXT;
    }

    /** As people write it, such as {@code chatgpt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
