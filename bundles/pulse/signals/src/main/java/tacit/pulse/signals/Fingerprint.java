package tacit.pulse.signals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;

/** What makes two signals the same when nobody says: the first 40 digits of SHA-256 over what they say. */
final class Fingerprint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIGITS = 40;

    private Fingerprint() {}

    static String of(
            String role,
            @Nullable String workspaceId,
            SignalFamily family,
            SignalSource source,
            @Nullable String reason,
            Map<String, String> payload) {
        return digest(String.join(
                "|",
                role,
                workspaceId == null ? "*" : workspaceId,
                family.name().toLowerCase(Locale.ROOT),
                source.name().toLowerCase(Locale.ROOT),
                reason == null ? "" : reason,
                json(payload)));
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    /** With its names in order, so that the same payload has the same text. */
    static String json(Map<String, String> payload) {
        if (payload.isEmpty()) {
            return "{}";
        }
        try {
            return JSON.writeValueAsString(new TreeMap<>(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every payload can be written as JSON", e);
        }
    }

    static Map<String, String> payload(String json) {
        if (json.equals("{}")) {
            return Map.of();
        }
        try {
            return JSON.readerForMapOf(String.class).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload was kept that is no JSON", e);
        }
    }
}
