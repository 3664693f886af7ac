package tacit.pulse.approvals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import tacit.api.autonomy.ActionRequest;

/** Names for what is the same. */
final class Digest {

    private Digest() {}

    static String of(String prefix, String... parts) {
        return prefix + hash(String.join("\n", parts)).substring(0, 20);
    }

    /** What makes acts alike, whichever request asks for them. */
    static String fingerprint(ActionRequest request) {
        return hash(String.join(
                "\n",
                request.workspaceId(),
                request.profileId(),
                request.targetKey(),
                request.type().name(),
                request.action(),
                new TreeMap<>(request.details()).toString()));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
