package tacit.evidence.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;

/** Reads calls of tools out of questions to the guard and out of spans, so that they can be compared. Pure functions. */
record AskedCalls(JsonFactory factory) {

    /** A tool with its arguments, as plain values. */
    record Call(String tool, Object arguments) {}

    /** The call that a recorded question is about; empty where it is another question. */
    Optional<Call> asked(String inputs) {
        Object question = value(inputs);
        if (question instanceof List<?> list
                && list.size() == 1
                && list.get(0) instanceof Map<?, ?> of
                && of.get("call") instanceof Map<?, ?> call
                && call.get("tool") instanceof String tool
                && call.get("arguments") instanceof Map<?, ?> arguments) {
            return Optional.of(new Call(tool, arguments));
        }
        return Optional.empty();
    }

    /** The call that a span made; empty where its arguments are no object. */
    Optional<Call> made(Span span) {
        String input = span.input();
        Object arguments = input == null || input.isBlank() ? Map.of() : value(input);
        return arguments instanceof Map<?, ?> ? span.tool().map(tool -> new Call(tool, arguments)) : Optional.empty();
    }

    private @Nullable Object value(String text) {
        try (JsonParser json = factory.createParser(text)) {
            json.nextToken();
            return value(json);
        } catch (IOException e) {
            // Not JSON: it is no call that could be compared
            return null;
        }
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> json.getText();
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser json) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json));
        }
        return list;
    }
}
