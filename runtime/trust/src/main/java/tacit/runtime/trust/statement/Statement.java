package tacit.runtime.trust.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody vouches for with a key: this jar, under this name, may fill this role. Immutable.
 *
 * @param bsn the symbolic name of the bundle
 * @param version its version
 * @param sha256 of the jar
 * @param role the role that it may fill; {@link #ANY_ROLE} for all that it claims
 * @param notAfter the last day, in UTC, on which it may be activated; null for ever
 * @param keyId the key that signed
 * @param signature over the text of everything but the key, in base64
 */
record Statement(
        String bsn,
        String version,
        String sha256,
        String role,
        @Nullable LocalDate notAfter,
        String keyId,
        String signature) {

    static final String ANY_ROLE = "*";

    private static final int LONGEST = 10_000;
    private static final Set<String> FIELDS =
            Set.of("bsn", "version", "sha256", "role", "notAfter", "keyId", "signature");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Statement {
        for (String text : new String[] {bsn, version, sha256, role, keyId, signature}) {
            Objects.requireNonNull(text, "text");
            if (text.chars().anyMatch(letter -> letter < ' ')) {
                throw new IllegalArgumentException("a statement must not have control characters");
            }
        }
    }

    /**
     * Reads a statement; whether it holds is not looked at.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    static Statement read(String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        try {
            JsonNode node = JSON.readTree(json);
            refuseOtherFields(node);
            JsonNode notAfter = node.required("notAfter");
            return new Statement(
                    text(node, "bsn"),
                    text(node, "version"),
                    text(node, "sha256"),
                    text(node, "role"),
                    notAfter.isNull() ? null : LocalDate.parse(text(node, "notAfter")),
                    text(node, "keyId"),
                    text(node, "signature"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("its notAfter is not a day such as 2027-01-31", e);
        }
    }

    private static void refuseOtherFields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.properties().stream().map(Map.Entry::getKey).forEach(names::add);
        if (!names.equals(new TreeSet<>(FIELDS))) {
            throw new IllegalArgumentException("it must have the fields " + new TreeSet<>(FIELDS));
        }
    }

    private static String text(JsonNode node, String field) {
        if (!node.required(field).isTextual()) {
            throw new IllegalArgumentException("its " + field + " is not a text");
        }
        return node.required(field).textValue();
    }

    /** The text that is signed; its first line keeps a signature from meaning anything else. */
    byte[] signedText() {
        String text = String.join(
                "\n",
                "tacit statement 1",
                "bsn=" + bsn,
                "version=" + version,
                "sha256=" + sha256,
                "role=" + role,
                "notAfter=" + (notAfter == null ? "" : notAfter),
                "");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    /** The same statement with a signature of this key. */
    Statement signedWith(SigningKey key) {
        String bytes = Base64.getEncoder().encodeToString(key.sign(signedText()));
        return new Statement(bsn, version, sha256, role, notAfter, key.keyId(), bytes);
    }

    String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(JSON.createObjectNode()
                                    .put("bsn", bsn)
                                    .put("version", version)
                                    .put("sha256", sha256)
                                    .put("role", role)
                                    .put("notAfter", notAfter == null ? null : notAfter.toString())
                                    .put("keyId", keyId)
                                    .put("signature", signature))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a statement as JSON", e);
        }
    }
}
