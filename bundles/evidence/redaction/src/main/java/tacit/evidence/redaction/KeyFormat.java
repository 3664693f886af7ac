package tacit.evidence.redaction;

/**
 * A key that its prefix gives away.
 *
 * @param kind what the mark says
 * @param prefix how it begins
 * @param body what it goes on with
 * @param min the fewest characters behind the prefix
 * @param max the most characters behind the prefix; a longer run is something else
 */
record KeyFormat(String kind, String prefix, Characters body, int min, int max) {

    static KeyFormat of(String kind, String prefix, Characters body, int min) {
        return new KeyFormat(kind, prefix, body, min, Integer.MAX_VALUE);
    }

    static KeyFormat exactly(String kind, String prefix, Characters body, int length) {
        return new KeyFormat(kind, prefix, body, length, length);
    }

    /** Behind the last character of the key that begins at {@code start}; -1 when none does. */
    int endOf(String text, int start) {
        if (!text.startsWith(prefix, start)) {
            return -1;
        }
        int bodyStart = start + prefix.length();
        int end = withoutTrailingPunctuation(text, bodyStart, body.endOfRun(text, bodyStart));
        int length = end - bodyStart;
        return length >= min && length <= max ? end : -1;
    }

    private static int withoutTrailingPunctuation(String text, int from, int end) {
        int last = end;
        while (last > from && ".-_".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }
}
