package tacit.learn.clusters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Signature;

/** What decides to which family a failure belongs: whose failure it is, and its signature. Immutable. */
record Kind(FailureClass failureClass, Signature signature) {

    static Kind of(FailureRecord failure) {
        return new Kind(failure.finding().failureClass(), failure.signature());
    }

    /** The same for equal kinds on every host. */
    String key() {
        return hash(List.of(
                failureClass.name(),
                signature.operation(),
                String.valueOf(signature.tool()),
                signature.category(),
                signature.template(),
                signature.stage()));
    }

    /** Whether both could be one family at all. */
    boolean comparable(Kind other) {
        return failureClass == other.failureClass && signature.category().equals(other.signature.category());
    }

    static String hash(List<String> parts) {
        try {
            byte[] text = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
