package tacit.pulse.loop.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.store.PageRequest;

/** Reads what is asked; what it does not know is refused. */
final class Asked {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Asked() {}

    static Reply reply(Object value) {
        try {
            return Reply.json(200, MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every answer can be written as JSON", e);
        }
    }

    static void parameters(Call call, Set<String> known) {
        refuse("parameters", new TreeSet<>(call.query().keySet()), known);
    }

    private static void refuse(String what, Set<String> given, Set<String> known) {
        given.removeAll(known);
        if (!given.isEmpty()) {
            throw new HttpProblem(400, "Unknown " + what + ": " + String.join(", ", given));
        }
    }

    /** The JSON object of a body with no other fields than these; an empty body is an empty object. */
    static JsonNode body(Call call, Set<String> fields) {
        try {
            String text = new String(call.body(), StandardCharsets.UTF_8);
            JsonNode body = text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
            if (!body.isObject()) {
                throw new HttpProblem(400, "The body must be a JSON object");
            }
            Set<String> given = new TreeSet<>();
            body.fieldNames().forEachRemaining(given::add);
            refuse("fields", given, fields);
            return body;
        } catch (JsonProcessingException e) {
            throw new HttpProblem(400, "The body must be JSON");
        }
    }

    static boolean truth(Call call, String name) {
        String word = call.parameter(name).orElse("false");
        if (!word.equals("true") && !word.equals("false") && !word.isEmpty()) {
            throw new HttpProblem(400, name + " must be true or false");
        }
        return !word.equals("false");
    }

    static <E extends Enum<E>> @Nullable E choice(Call call, String name, Class<E> type) {
        String word = call.parameter(name).orElse("");
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(
                        400,
                        name + " must be one of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    static PageRequest page(Call call) {
        try {
            return new PageRequest(
                    Long.parseLong(call.parameter("offset").orElse("0")),
                    Integer.parseInt(call.parameter("limit").orElse("50")));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "limit must be in [1, 1000], offset a whole number from 0 on");
        }
    }
}
