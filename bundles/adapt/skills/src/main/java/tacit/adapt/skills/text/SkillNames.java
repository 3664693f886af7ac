package tacit.adapt.skills.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of skills by the rules of the published format, and the hashes that stand for what has no letters of that kind. */
public final class SkillNames {

    public static final int LONGEST = 64;

    private static final Pattern VALID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_WORDS = 50;

    private SkillNames() {}

    public static boolean isValid(String name) {
        return name.length() <= LONGEST && VALID.matcher(name).matches();
    }

    /**
     * A name made of words.
     *
     * @param fallback what it is made of where the words have no letters for it
     */
    public static String of(String words, String fallback) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        boolean foreign = plain.codePoints().anyMatch(letter -> letter > 127 && Character.isLetter(letter));
        String name = cut(plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", ""));
        return name.isEmpty() || foreign ? "skill-" + hash(fallback).substring(0, 12) : name;
    }

    /** The same name for something else. */
    public static String other(String name, String of) {
        return cut(name) + "-" + hash(of).substring(0, 6);
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST_WORDS) {
            return name;
        }
        int hyphen = name.lastIndexOf('-', LONGEST_WORDS);
        return name.substring(0, hyphen > 0 ? hyphen : LONGEST_WORDS);
    }

    /** SHA-256 in hexadecimal digits. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
