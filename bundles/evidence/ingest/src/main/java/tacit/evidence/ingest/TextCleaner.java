package tacit.evidence.ingest;

import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.ingest.Redactor.Redaction;

/** Makes texts fit to be stored, and counts what it changed. Confined to one call of ingest. */
final class TextCleaner {

    private static final char REPLACEMENT = '\ufffd';

    private final Redactor redactor;
    private final IngestBounds bounds;
    private int redactions;
    private int truncations;

    TextCleaner(Redactor redactor, IngestBounds bounds) {
        this.redactor = redactor;
        this.bounds = bounds;
    }

    int redactions() {
        return redactions;
    }

    int truncations() {
        return truncations;
    }

    void countRedaction() {
        redactions++;
    }

    void countTruncation() {
        truncations++;
    }

    /** Cleans, redacts and cuts a text, in this order: a cut must not hide half a secret from the redactor. */
    @Nullable
    String text(@Nullable String text) {
        return text == null ? null : required(text);
    }

    String required(String text) {
        return cut(redacted(cleaned(text)));
    }

    /** The same for a name, which keeps its beginning only. */
    String name(String name) {
        String clean = redacted(cleaned(name));
        if (clean.length() <= bounds.name()) {
            return clean;
        }
        truncations++;
        return clean.substring(0, wholeCharacters(clean, bounds.name()));
    }

    @Nullable
    String optionalName(@Nullable String name) {
        return name == null ? null : name(name);
    }

    /** Cleans and cuts a key, which is never a secret itself. */
    String key(String key) {
        String clean = cleaned(key);
        return clean.length() <= bounds.name() ? clean : clean.substring(0, wholeCharacters(clean, bounds.name()));
    }

    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c) || c == '\n' || c == '\r' || c == '\t') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!pairAt(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Replaces what a database refuses or a terminal obeys: control characters and unpaired surrogates. */
    static String cleaned(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = pairAt(text, i);
            if (isControl(c) || (Character.isSurrogate(c) && !pair)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, REPLACEMENT);
            } else if (pair) {
                i++;
            }
        }
        return clean == null ? text : clean.toString();
    }

    private String redacted(String text) {
        Redaction redaction = redactor.redact(text);
        redactions += redaction.count();
        return redaction.text();
    }

    /** Keeps three quarters of the room for the beginning and a quarter for the end, with a mark between. */
    private String cut(String text) {
        if (text.length() <= bounds.text()) {
            return text;
        }
        truncations++;
        String mark = "\n[... " + text.length() + " characters, cut to " + bounds.text() + " ...]\n";
        int room = bounds.text() - mark.length();
        int head = wholeCharacters(text, room * 3 / 4);
        int tail = text.length() - (room - room * 3 / 4);
        if (Character.isLowSurrogate(text.charAt(tail))) {
            tail++;
        }
        return text.substring(0, head) + mark + text.substring(tail);
    }

    private static int wholeCharacters(String text, int length) {
        return length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    }

    private static boolean pairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7f && c < 0xa0);
    }
}
