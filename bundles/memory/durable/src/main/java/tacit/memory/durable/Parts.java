package tacit.memory.durable;

import java.util.ArrayList;
import java.util.List;
import tacit.memory.words.Secrets;

/** Cuts a long text between words. */
final class Parts {

    private static final int LONGEST = 60_000;

    private Parts() {}

    /** All of it; what looks like a secret is replaced before, since a cut would hide it. */
    static List<String> of(String text) {
        String clean = Secrets.redacted(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < clean.length()) {
            int to = end(clean, from);
            parts.add(clean.substring(from, to));
            from = to;
        }
        return parts;
    }

    private static int end(String text, int from) {
        if (text.length() - from <= LONGEST) {
            return text.length();
        }
        int blank = text.lastIndexOf(' ', from + LONGEST);
        int end = blank > from ? blank + 1 : from + LONGEST;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** The begin, without a letter cut in two. */
    static String begin(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
