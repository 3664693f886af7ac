package tacit.memory.durable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids and digests of what is kept, from what it is: the same again for the same. */
final class Names {

    static final String MESSAGE = "dcm_";
    static final String SUMMARY = "dcs_";
    static final String PAYLOAD = "dcp_";
    static final String CONVERSATION = "dcc_";

    private static final int DIGITS = 24;

    private Names() {}

    /** A prefix and 24 digits. */
    static String id(String prefix, String... parts) {
        return prefix + hash(parts).substring(0, DIGITS);
    }

    /** The same for equal parts only. */
    static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
