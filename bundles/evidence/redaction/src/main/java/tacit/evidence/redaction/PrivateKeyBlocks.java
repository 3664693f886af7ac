package tacit.evidence.redaction;

import java.util.function.Consumer;

/** Finds private keys in PEM form, whole, cut off, or on one line with escaped line breaks. */
final class PrivateKeyBlocks implements SecretRule {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final int LONGEST_TITLE = 64;
    private static final int LONGEST_BLOCK = 16_384;
    private static final int SHORTEST_LINE = 16;

    @Override
    public void find(String text, Consumer<Match> matches) {
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int next = begin + BEGIN.length();
            int body = endOfTitle(text, next);
            if (body > 0) {
                next = endOfBlock(text, body);
                matches.accept(new Match(begin, next, "private_key"));
            }
            begin = text.indexOf(BEGIN, next);
        }
    }

    private static int endOfTitle(String text, int start) {
        int dashes = Characters.indexOf(text, "-----", start, start + LONGEST_TITLE);
        return dashes > 0 && text.substring(start, dashes).contains("PRIVATE KEY") ? dashes + 5 : -1;
    }

    private static int endOfBlock(String text, int body) {
        int limit = body + LONGEST_BLOCK;
        int end = Characters.indexOf(text, END, body, limit);
        int other = Characters.indexOf(text, BEGIN, body, limit);
        if (end < 0 || (other >= 0 && other < end)) {
            return endOfLines(text, body);
        }
        int dashes = Characters.indexOf(text, "-----", end + END.length(), end + LONGEST_TITLE);
        return dashes < 0 ? end + END.length() : dashes + 5;
    }

    /** Behind the last line of a block without an end: lines of key characters, broken by real or escaped breaks. */
    private static int endOfLines(String text, int body) {
        int end = body;
        while (true) {
            int line = skipBreaks(text, end);
            int lineEnd = Characters.BASE64.endOfRun(text, line);
            if (lineEnd - line < SHORTEST_LINE) {
                return end;
            }
            end = lineEnd;
        }
    }

    private static int skipBreaks(String text, int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean escaped = c == '\\' && i + 1 < text.length() && "nr".indexOf(text.charAt(i + 1)) >= 0;
            if (escaped) {
                i += 2;
            } else if (Character.isWhitespace(c)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }
}
