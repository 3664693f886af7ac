package tacit.memory.distill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares and shortens texts. */
final class Texts {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Texts() {}

    /** In one spelling, without punctuation: the same for texts that say the same in the same words. */
    static String folded(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORDS.matcher(normal).replaceAll(" ").strip();
    }

    /** On one line, cut where it is too long. */
    static String line(String text, int longest) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end).strip() + "…";
    }

    /** How many of all words of two folded texts stand in both, in [0, 1]. */
    static double likeness(String one, String other) {
        Set<String> words = words(one);
        Set<String> both = new LinkedHashSet<>(words);
        both.retainAll(words(other));
        words.addAll(words(other));
        return words.isEmpty() ? 0 : (double) both.size() / words.size();
    }

    private static Set<String> words(String folded) {
        return new LinkedHashSet<>(Arrays.asList(folded.split(" ", -1)));
    }

    /** A short name for a text that no other one has. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot find SHA-256", e);
        }
    }
}
