package tacit.pulse.mind.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of texts: names that stay, so that what is done twice is there once. */
public final class Digest {

    private static final int SHORT = 20;

    private Digest() {}

    /** Of parts, none of which can be mistaken for a piece of another. */
    public static String of(Object... parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            String text = String.valueOf(part);
            all.append(text.length()).append(':').append(text);
        }
        return HexFormat.of().formatHex(sha256(all.toString()));
    }

    public static String ofAll(List<String> parts) {
        return of(parts.toArray());
    }

    /** A name that is short enough for people. */
    public static String id(String prefix, Object... parts) {
        return prefix + of(parts).substring(0, SHORT);
    }

    /** Of a text as it is. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** The first 32 bits as a number that is not negative. */
    public static long number(String text) {
        byte[] bytes = sha256(text);
        long number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return number;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
