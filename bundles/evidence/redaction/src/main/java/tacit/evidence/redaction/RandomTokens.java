package tacit.evidence.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds long random runs that ordinary text announces as a key, token or password; the same run without such a word in
 * front is data, such as a hash or an encoded picture.
 */
final class RandomTokens implements SecretRule {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 200;
    private static final int REACH = 40;
    private static final double LEAST_BITS = 3.6;
    private static final Set<String> WORDS = Set.of(
            "key", "token", "secret", "password", "passwd", "credential", "credentials", "apikey", "auth", "pat");

    @Override
    public void find(String text, Consumer<Match> matches) {
        int i = 0;
        while (i < text.length()) {
            int end = Characters.BASE64.endOfRun(text, i);
            if (end - i >= SHORTEST && end - i <= LONGEST) {
                judge(text, i, end, matches);
            }
            i = end + 1;
        }
    }

    private static void judge(String text, int start, int end, Consumer<Match> matches) {
        if (isRandom(text, start, end) && announced(text, start)) {
            matches.accept(new Match(start, end, "random_token"));
        }
    }

    /** Both cases and digits in a mixture that words, hexadecimal numbers and paths do not have. */
    static boolean isRandom(String text, int start, int end) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int[] counts = new int[128];
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            counts[c]++;
            if (Characters.digit(c)) {
                digits++;
            } else if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLowerCase(c)) {
                lower++;
            }
        }
        return upper >= 2 && lower >= 2 && digits >= 2 && bits(counts, end - start) >= LEAST_BITS;
    }

    private static double bits(int[] counts, int length) {
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / length;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    private static boolean announced(String text, int start) {
        String before = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        int from = Math.max(before.lastIndexOf('\n'), endOfMark(before)) + 1;
        for (int i = from; i <= before.length(); i++) {
            if (i == before.length() || !Characters.letter(before.charAt(i))) {
                if (WORDS.contains(before.substring(from, i))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    /** Where the last mark of an earlier redaction ends: its words announce nothing. */
    private static int endOfMark(String before) {
        int mark = before.lastIndexOf(Match.MARK.toLowerCase(Locale.ROOT));
        return mark < 0 ? -1 : before.indexOf(']', mark);
    }
}
