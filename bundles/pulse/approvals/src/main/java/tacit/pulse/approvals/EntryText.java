package tacit.pulse.approvals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import tacit.api.store.StoreException;

/** Writes the parts of an entry that have no column of their own as JSON, and reads them back. */
final class EntryText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private EntryText() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot keep a request as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, String> map(String text) {
        return read(text, MAP);
    }

    static List<String> list(String text) {
        return read(text, LIST);
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new StoreException("Cannot read a kept request: " + e.getOriginalMessage(), e);
        }
    }
}
