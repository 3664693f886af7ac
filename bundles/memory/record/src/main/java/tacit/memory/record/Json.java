package tacit.memory.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.store.StoreException;

/** Writes what has no column of its own as JSON text, and reads it back. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<List<List<Object>>> EVIDENCE = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write a value as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static SortedMap<String, String> attributes(String json) {
        return read(json, ATTRIBUTES);
    }

    static String evidence(List<Evidence> evidence) {
        return write(evidence.stream()
                .map(item -> List.of(item.kind().name(), item.id(), item.begin(), item.end()))
                .toList());
    }

    static List<Evidence> evidence(String json) {
        List<Evidence> evidence = new ArrayList<>();
        for (List<Object> item : read(json, EVIDENCE)) {
            evidence.add(new Evidence(
                    Evidence.Kind.valueOf((String) item.get(0)), (String) item.get(1), (Integer) item.get(2), (Integer)
                            item.get(3)));
        }
        return evidence;
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoreException("Cannot read a stored JSON column: " + e.getOriginalMessage(), e);
        }
    }
}
