package tacit.runtime.launcher.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message of a client, as far as it decides where it goes. Immutable.
 *
 * @param text the whole message
 * @param id as it is written in JSON; null for what is no request
 * @param texts the texts that count, by their path within the message
 */
record Line(String text, @Nullable String id, Map<String, String> texts) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String META = "params._meta.io.modelcontextprotocol/";

    Line {
        texts = Map.copyOf(texts);
    }

    /**
     * Reads a message; of several in one line nothing but the text counts.
     *
     * @throws IOException when it is no JSON
     */
    static Line of(String text) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        @Nullable String id = null;
        try (JsonParser json = JSON.createParser(text)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isStructEnd()) {
                    path.pollLast();
                } else if (token.isStructStart()) {
                    path.addLast(String.valueOf(json.currentName()));
                } else if (object && token.isScalarValue()) {
                    String place = place(path, json.currentName());
                    boolean asked = place.equals("id") && token != JsonToken.VALUE_NULL;
                    id = asked ? written(token, json.getText()) : id;
                    put(texts, place, token, json.getText());
                }
            }
        }
        return new Line(text, id, texts);
    }

    private static String place(Deque<String> path, @Nullable String name) {
        return path.isEmpty() ? String.valueOf(name) : String.join(".", path) + "." + name;
    }

    private static void put(Map<String, String> texts, String place, JsonToken token, String text) {
        boolean counts = place.equals("method")
                || place.startsWith(META)
                || place.equals("params.name")
                || place.equals("params.uri")
                || place.equals("params.protocolVersion")
                || place.equals("params.clientInfo.name");
        if (place.equals("params.requestId")) {
            texts.put(place, written(token, text));
        } else if (counts && token == JsonToken.VALUE_STRING) {
            texts.put(place, text);
        }
    }

    private static String written(JsonToken token, String text) {
        return token == JsonToken.VALUE_STRING ? quoted(text) : text;
    }

    /** The version that an answer to a greeting agrees on; null when it names none. */
    static @Nullable String agreed(String answer) throws IOException {
        try (JsonParser json = JSON.createParser(answer)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "protocolVersion".equals(json.currentName())) {
                    return json.getText();
                }
            }
        }
        return null;
    }

    /** A text as it is written in JSON. */
    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    String method() {
        return texts.getOrDefault("method", "");
    }

    /** The version that the message names itself, where it came without a handshake. */
    Optional<String> version() {
        return Optional.ofNullable(texts.get(META + "protocolVersion"));
    }

    /** What is called, read or asked for. */
    Optional<String> named() {
        return switch (method()) {
            case "tools/call", "prompts/get" -> Optional.ofNullable(texts.get("params.name"));
            case "resources/read" -> Optional.ofNullable(texts.get("params.uri"));
            default -> Optional.empty();
        };
    }

    /** The request that is not wanted any more, as its id is written. */
    Optional<String> cancelled() {
        return method().equals("notifications/cancelled")
                ? Optional.ofNullable(texts.get("params.requestId"))
                : Optional.empty();
    }

    /** What the client calls itself in a handshake. */
    Optional<String> client() {
        return Optional.ofNullable(texts.get("params.clientInfo.name"));
    }

    /** An answer that says why there is none; empty for what is no request. */
    Optional<String> failed(String message) {
        return id == null
                ? Optional.empty()
                : Optional.of("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32603,\"message\":"
                        + quoted(message) + "}}");
    }
}
