package tacit.pulse.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;

/** Texts as they are kept: without secrets, and bounded. Thread-safe. */
final class Words {

    static final int LONGEST_SUMMARY = 2_000;
    static final int LONGEST_DETAIL = 1_000;
    static final int MOST_DETAILS = 30;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Redactor redactor;

    Words(Redactor redactor) {
        this.redactor = redactor;
    }

    @Nullable
    String optional(@Nullable String text) {
        return text == null ? null : summary(text);
    }

    String summary(String text) {
        return cut(text, LONGEST_SUMMARY);
    }

    /** As JSON, in the order of their names. */
    String details(Map<String, String> details) {
        Map<String, String> kept = new TreeMap<>();
        new TreeMap<>(details).forEach((name, value) -> {
            if (kept.size() < MOST_DETAILS) {
                kept.put(cut(name, 100), redactor.secretName(name) ? "[REDACTED]" : cut(value, LONGEST_DETAIL));
            }
        });
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written as JSON", e);
        }
    }

    static Map<String, String> read(String details) {
        try {
            return JSON.readValue(details, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the details of a step: " + e.getOriginalMessage(), e);
        }
    }

    private String cut(String text, int longest) {
        String clean = redactor.redact(text).text();
        return clean.length() <= longest ? clean : clean.substring(0, end(clean, longest - 1)) + "…";
    }

    private static int end(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
