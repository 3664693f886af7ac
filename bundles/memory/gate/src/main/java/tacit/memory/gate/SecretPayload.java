package tacit.memory.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tacit.api.ingest.Redactor;

/** Finds secrets in what a write carries, in its names and texts and in whatever JSON stands in them, and masks them. */
final class SecretPayload {

    private static final String MASK = "[REDACTED]";

    private static final Pattern NAME =
            Pattern.compile("api[_\\- ]?key|secret|password|token|credential|authorization", Pattern.CASE_INSENSITIVE);

    private static final Pattern TEXT = Pattern.compile(
            "\\b[\\w\\-]*(?:key|secret|password|token|credential)s?\\b[\"']?\\s*[:=]\\s*[\"']?[^\\s\"']"
                    + "|\\bbearer\\s+[\\w\\-.~+/=]{6,}"
                    + "|\\bsk-[A-Za-z0-9_\\-]{12,}"
                    + "|\\bgh[a-z]_[A-Za-z0-9]{12,}"
                    + "|-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----",
            Pattern.CASE_INSENSITIVE);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Redactor redactor;

    SecretPayload(Redactor redactor) {
        this.redactor = redactor;
    }

    boolean isIn(Map<String, String> payload) {
        return payload.entrySet().stream()
                .anyMatch(part -> NAME.matcher(part.getKey()).find() || isIn(part.getValue()));
    }

    private boolean isIn(String text) {
        return TEXT.matcher(text).find() || redactor.redact(text).count() > 0 || isIn(parsed(text));
    }

    private boolean isIn(JsonNode node) {
        if (node.isTextual()) {
            return isIn(node.textValue());
        }
        return node.properties().stream()
                        .anyMatch(field -> NAME.matcher(field.getKey()).find() || isIn(field.getValue()))
                || (node.isArray() && node.valueStream().anyMatch(this::isIn));
    }

    /** What stands in a text as JSON objects or lists; a plain text has nothing to look into. */
    private JsonNode parsed(String text) {
        if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
            return mapper.missingNode();
        }
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            return mapper.missingNode();
        }
    }

    SortedMap<String, String> masked(Map<String, String> payload) {
        SortedMap<String, String> masked = new TreeMap<>();
        payload.forEach((name, value) -> masked.put(name, NAME.matcher(name).find() ? MASK : masked(value)));
        return masked;
    }

    String masked(String text) {
        return redactor.redact(text).text();
    }
}
