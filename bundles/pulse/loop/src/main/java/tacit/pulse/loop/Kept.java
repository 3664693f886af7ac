package tacit.pulse.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tacit.api.pulse.ProactiveTask;

/** Values as texts in the store, and names that follow from what they name. */
final class Kept {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private Kept() {}

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot keep a value as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static List<String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    static Plan plan(String json) {
        try {
            return JSON.readValue(json, Plan.class);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    static ProactiveTask proactive(String json) {
        try {
            return JSON.readValue(json, ProactiveTask.class);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** The same name for the same parts, always. */
    static String name(String prefix, String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    private static IllegalStateException broken(JsonProcessingException e) {
        return new IllegalStateException("Cannot read what was kept: " + e.getOriginalMessage(), e);
    }
}
