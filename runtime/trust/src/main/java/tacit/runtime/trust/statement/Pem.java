package tacit.runtime.trust.statement;

import java.util.Base64;

/** Keys as text. */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    /** Reads PEM or plain base64. */
    static byte[] decode(String text) {
        return Base64.getDecoder().decode(text.replaceAll("-----[^-]*-----", "").replaceAll("\\s", ""));
    }

    static String encode(String kind, byte[] key) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
