package tacit.evidence.redaction;

/** Reads the name of a field backwards from where its separator stands. */
final class FieldName {

    private FieldName() {}

    /** The name that ends before {@code end}, without quotes; empty when there is none. */
    static String before(String text, int end, int longest) {
        int last = end;
        while (last > 0 && end - last < 4 && Characters.space(text.charAt(last - 1))) {
            last--;
        }
        if (last > 0 && "\"'`".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
            while (last > 0 && text.charAt(last - 1) == '\\') {
                last--;
            }
        }
        int first = startOfWord(text, last, longest);
        if (last - first == 3 && Characters.wordAt(text, first, "key") && first > 1 && text.charAt(first - 1) == ' ') {
            first = startOfWord(text, first - 1, longest);
        }
        return text.substring(first, last);
    }

    /** The word in front of the name that ends before {@code end}. */
    static String wordBeforeName(String text, int nameStart) {
        int last = nameStart;
        while (last > 0 && nameStart - last < 3 && " \"'".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return text.substring(startOfWord(text, last, 24), last);
    }

    private static int startOfWord(String text, int last, int longest) {
        int first = last;
        while (first > 0 && last - first < longest && belongs(text.charAt(first - 1))) {
            first--;
        }
        return afterEscape(text, first, last);
    }

    /** A name behind an escaped line break begins behind its letter. */
    private static int afterEscape(String text, int first, int last) {
        boolean escaped = first > 0 && text.charAt(first - 1) == '\\' && last - first > 1;
        return escaped && "nrt".indexOf(text.charAt(first)) >= 0 ? first + 1 : first;
    }

    private static boolean belongs(char c) {
        return Characters.WORD.has(c) || c == '.';
    }
}
