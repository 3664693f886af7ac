package tacit.evidence.redaction;

/** The classes of characters that secrets are made of. */
enum Characters {
    ALPHANUMERIC(""),
    WORD("_-"),
    BASE64("+/=_-"),
    DOTTED("_-."),
    AUTHORIZATION("._~+/=-"),
    HEX(""),
    UPPER("");

    // filled once and never handed out
    @SuppressWarnings("ImmutableEnumChecker")
    private final boolean[] allowed = new boolean[128];

    Characters(String extra) {
        for (char c = 0; c < 128; c++) {
            allowed[c] = letterOrDigit(c) || extra.indexOf(c) >= 0;
        }
        if (name().equals("HEX")) {
            for (char c = 0; c < 128; c++) {
                allowed[c] = Character.digit(c, 16) >= 0;
            }
        }
        if (name().equals("UPPER")) {
            for (char c = 'a'; c <= 'z'; c++) {
                allowed[c] = false;
            }
        }
    }

    boolean has(char c) {
        return c < 128 && allowed[c];
    }

    /** Where the run of these characters that begins at {@code start} ends. */
    int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean letterOrDigit(char c) {
        return digit(c) || letter(c);
    }

    static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean space(char c) {
        return c == ' ' || c == '\t';
    }

    /** Whether a word may begin here; an escaped line break in front counts as one. */
    static boolean wordBegins(String text, int index) {
        if (index == 0) {
            return true;
        }
        char before = text.charAt(index - 1);
        if (!letterOrDigit(before) && before != '_') {
            return true;
        }
        return index > 1 && text.charAt(index - 2) == '\\' && "nrt".indexOf(before) >= 0;
    }

    /** Whether the text has this lower-case word here, in either case. */
    static boolean wordAt(String text, int index, String word) {
        return text.regionMatches(true, index, word, 0, word.length());
    }

    /** Where the part begins between the two places; -1 when it does not. Looks no further than {@code limit}. */
    static int indexOf(String text, String part, int from, int limit) {
        int last = Math.min(text.length(), limit) - part.length();
        for (int i = from; i <= last; i++) {
            if (text.startsWith(part, i)) {
                return i;
            }
        }
        return -1;
    }
}
