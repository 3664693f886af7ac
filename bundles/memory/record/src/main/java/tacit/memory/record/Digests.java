package tacit.memory.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.Reach;

/** Short names for long values, from which the values cannot be read. */
final class Digests {

    private static final int SHORT_BYTES = 20;

    private Digests() {}

    /** What stands for a memory while it is active. */
    static String key(String workspaceId, String layer, MemoryScope scope, String key) {
        return brief("key", workspaceId, layer, scope.reach().name(), scope.id(), key);
    }

    /** An attribute as queries of a workspace find it; one of a global memory is found by those of all. */
    static String attribute(String workspaceId, Reach reach, String name, String value) {
        return brief("attribute", reach == Reach.GLOBAL ? "" : workspaceId, name, value);
    }

    /** What a deleted memory had said on the word of one source. */
    static String mark(String said, Evidence evidence) {
        return brief(
                "mark",
                said,
                evidence.kind().name(),
                evidence.id(),
                String.valueOf(evidence.begin()),
                String.valueOf(evidence.end()));
    }

    /** The same for equal parts only. */
    static String brief(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, SHORT_BYTES);
    }

    /** The SHA-256 of a text's UTF-8 in hexadecimal. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
