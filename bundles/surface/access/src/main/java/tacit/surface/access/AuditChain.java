package tacit.surface.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.access.AuditEntry;

/** Ties each entry to the one before it, so that a changed or removed one shows. */
final class AuditChain {

    /** What the first entry is tied to. */
    static final String START = "";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private AuditChain() {}

    static String hash(String previous, AuditEntry entry) {
        List<String> fields = List.of(
                previous,
                Long.toString(entry.sequence()),
                entry.at().truncatedTo(ChronoUnit.MICROS).toString(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                details(entry));
        return Digest.of(json(fields));
    }

    /** The details as JSON with sorted keys. */
    static String details(AuditEntry entry) {
        return json(new TreeMap<>(entry.details()));
    }

    static Map<String, String> details(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the details of an audit entry", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the details of an audit entry", e);
        }
    }
}
