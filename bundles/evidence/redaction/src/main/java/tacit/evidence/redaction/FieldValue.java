package tacit.evidence.redaction;

/**
 * Where a value stands in a text.
 *
 * @param start its first character, behind an opening quote
 * @param end behind its last character, before a closing quote
 * @param quoted whether it stands in quotes
 */
record FieldValue(int start, int end, boolean quoted) {

    private static final int JUDGED = 1_024;

    /** As much of the value as it takes to judge it, so that many rejected ones do not cost many long readings. */
    static FieldValue beginningAt(String text, int start, String kind) {
        return at(text, start, kind, Math.min(text.length(), start + JUDGED));
    }

    /** The value to its end. */
    FieldValue whole(String text, int from, String kind) {
        return end - from < JUDGED ? this : at(text, from, kind, text.length());
    }

    private static FieldValue at(String text, int start, String kind, int limit) {
        int quote = start;
        while (quote < limit && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote < limit && "\"'`".indexOf(text.charAt(quote)) >= 0) {
            return new FieldValue(quote + 1, endOfQuoted(text, quote, quote - start, limit), true);
        }
        boolean wholeLine = kind.equals("authorization") || kind.equals("cookie");
        return new FieldValue(start, wholeLine ? endOfLine(text, start, limit) : endOfBare(text, start, limit), false);
    }

    private static int endOfQuoted(String text, int quote, int depth, int limit) {
        int slashes = 0;
        for (int i = quote + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == text.charAt(quote) && (slashes == depth || (depth == 0 && slashes % 2 == 0))) {
                return i - (depth == 0 ? 0 : slashes);
            }
            slashes = c == '\\' ? slashes + 1 : 0;
        }
        return endOfLine(text, quote + 1, limit);
    }

    private static int endOfLine(String text, int start, int limit) {
        int i = start;
        while (i < limit && "\n\r\"'`".indexOf(text.charAt(i)) < 0 && !escapeAt(text, i)) {
            i++;
        }
        return i;
    }

    private static int endOfBare(String text, int start, int limit) {
        int i = start;
        while (i < limit && !endsBare(text, i)) {
            i++;
        }
        while (i > start && ".!?\u2026".indexOf(text.charAt(i - 1)) >= 0 && i - start > 1) {
            i--;
        }
        return i;
    }

    private static boolean endsBare(String text, int i) {
        char c = text.charAt(i);
        if (c <= ' ' || "\"'`&<>|)]}".indexOf(c) >= 0) {
            return true;
        }
        return c == '\\' ? escapeAt(text, i) : (c == ',' || c == ';') && endsItem(text, i + 1);
    }

    private static boolean escapeAt(String text, int i) {
        return text.charAt(i) == '\\' && i + 1 < text.length() && "nrt\"'\\".indexOf(text.charAt(i + 1)) >= 0;
    }

    /** Whether a new field or nothing follows the comma, which then is none of the value. */
    private static boolean endsItem(String text, int next) {
        if (next >= text.length() || text.charAt(next) <= ' ' || "\"'{".indexOf(text.charAt(next)) >= 0) {
            return true;
        }
        int end = next;
        while (end < text.length() && end - next < 32 && Characters.WORD.has(text.charAt(end))) {
            end++;
        }
        return end < text.length() && end > next && (text.charAt(end) == '=' || text.charAt(end) == ':');
    }
}
