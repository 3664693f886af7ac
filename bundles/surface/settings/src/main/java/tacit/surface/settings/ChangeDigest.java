package tacit.surface.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Setting;

/** What may be said of a value that was, or shall be: all of it, or of a secret only whether it is the same. */
final class ChangeDigest {

    private static final int DIGITS = 8;

    private ChangeDigest() {}

    static @Nullable String shown(Setting setting, @Nullable String value) {
        return value == null || !setting.rule().secret() ? value : of(setting.pid(), value);
    }

    /** Of a value that nobody may see. */
    static String of(String pid, String value) {
        return "sha256:" + digest(pid + "\n" + value);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
