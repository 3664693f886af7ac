package tacit.pulse.signals.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;

/**
 * Reads the fields of a JSON object; whatever is wrong becomes an {@link IllegalArgumentException} that names the field.
 *
 * @param node the object
 */
record Fields(JsonNode node) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static JsonNode body(Call call) {
        if (!call.contentType().orElse("").equals("application/json")) {
            throw new HttpProblem(415, "The content type must be application/json");
        }
        try {
            return JSON.readTree(call.body());
        } catch (IOException e) {
            throw new HttpProblem(400, "The body must be JSON");
        }
    }

    static Reply reply(int status, Object value) {
        try {
            return Reply.json(status, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every answer can be written as JSON", e);
        }
    }

    static Fields of(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("A JSON object is needed");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new IllegalArgumentException("Known fields are "
                        + String.join(", ", known.stream().sorted().toList()) + ", there is another one");
            }
        }
        return new Fields(node);
    }

    @Nullable
    String text(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(name + " must be a text that is not blank");
        }
        return value.textValue();
    }

    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return text;
    }

    @Nullable
    Double real(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " must be a number");
        }
        return value.doubleValue();
    }

    @Nullable
    Instant time(String name) {
        String text = text(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2026-03-01T17:00:00Z", e);
        }
    }

    List<String> texts(String name) {
        JsonNode value = node.get(name);
        List<String> texts = new ArrayList<>();
        if (value != null && !value.isNull()) {
            if (!value.isArray()) {
                throw new IllegalArgumentException(name + " must be a list of texts");
            }
            value.forEach(one -> texts.add(scalar(name, one)));
        }
        return texts;
    }

    Map<String, String> map(String name) {
        JsonNode value = node.get(name);
        Map<String, String> map = new TreeMap<>();
        if (value != null && !value.isNull()) {
            if (!value.isObject()) {
                throw new IllegalArgumentException(name + " must be an object of texts");
            }
            value.properties().forEach(one -> map.put(one.getKey(), scalar(name, one.getValue())));
        }
        return map;
    }

    private static String scalar(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException(name + " must hold texts alone");
        }
        return value.asText();
    }

    static <E extends Enum<E>> @Nullable E word(Class<E> type, String name, @Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList()
                        + ", got '" + word + "'"));
    }
}
