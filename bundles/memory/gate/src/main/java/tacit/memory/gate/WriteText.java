package tacit.memory.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.store.StoreException;

/** Writes the parts of a write that have no column of their own as JSON text, and reads them back. */
final class WriteText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> PAYLOAD = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    private WriteText() {}

    static String payload(Map<String, String> payload) {
        return text(payload);
    }

    static SortedMap<String, String> payload(String text) {
        return value(text, PAYLOAD);
    }

    static String evidence(List<Evidence> evidence) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Evidence one : evidence) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("kind", one.kind().name());
            row.put("id", one.id());
            row.put("begin", one.begin());
            row.put("end", one.end());
            rows.add(row);
        }
        return text(rows);
    }

    static List<Evidence> evidence(String text) {
        return value(text, LIST).stream().map(WriteText::one).toList();
    }

    private static Evidence one(Map<String, Object> row) {
        return new Evidence(
                Evidence.Kind.valueOf(String.valueOf(row.get("kind"))),
                String.valueOf(row.get("id")),
                Integer.parseInt(String.valueOf(row.get("begin"))),
                Integer.parseInt(String.valueOf(row.get("end"))));
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot keep a write as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static <T> T value(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new StoreException("Cannot read a kept write: " + e.getOriginalMessage(), e);
        }
    }
}
