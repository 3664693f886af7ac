package tacit.learn.mine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tacit.api.learn.Triage;

/** Names what a model was learned from. */
final class Fingerprint {

    // Grows whenever facts, detectors or the trainer change, so that an older model is learned anew.
    private static final int LEARNER = 1;

    private Fingerprint() {}

    static String of(List<Triage> statements) {
        StringBuilder text = new StringBuilder().append(LEARNER);
        for (Triage triage : statements) {
            Place place = Place.of(triage);
            text.append('\n').append(triage.traceId()).append('\t').append(place.spanId());
            text.append('\t').append(place.category()).append('\t').append(triage.failure());
        }
        return sha256(text.toString());
    }

    /** The SHA-256 of a text in hexadecimal digits. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot make a digest: SHA-256 is missing", e);
        }
    }
}
