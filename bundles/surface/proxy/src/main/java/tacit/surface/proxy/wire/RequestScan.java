package tacit.surface.proxy.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request says, read in one pass without a tree, and the places at which a context can be added. Confined to one thread. */
public final class RequestScan {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Map<String, String> metadata = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final List<Said> messages = new ArrayList<>();
    private final Set<String> twice = new HashSet<>();
    private @Nullable String model;
    private @Nullable String user;
    private boolean stream;
    private String input = "";
    private int open;
    private boolean empty = true;

    private RequestScan() {}

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException when it is no JSON object in UTF-8; the message holds nothing of it
     */
    public static RequestScan of(byte[] body) {
        RequestScan scan = new RequestScan();
        if (!beginsWithBrace(body)) {
            throw new IllegalArgumentException("The body must be a JSON object in UTF-8");
        }
        try (JsonParser parser = FACTORY.createParser(body)) {
            scan.read(parser);
            return scan;
        } catch (IOException | ArithmeticException e) {
            throw new IllegalArgumentException("The body is not valid JSON in UTF-8");
        }
    }

    // A mark of the byte order, or two bytes to a character, would move all places
    private static boolean beginsWithBrace(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '{') {
                return i + 1 == body.length || body[i + 1] != 0;
            }
            if (body[i] != ' ' && body[i] != '\n' && body[i] != '\r' && body[i] != '\t') {
                return false;
            }
        }
        return false;
    }

    private void read(JsonParser parser) throws IOException {
        parser.nextToken();
        open = Places.end(parser);
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            empty = false;
            if (!seen.add(name)) {
                twice.add(name);
            }
            field(name, parser, parser.nextToken());
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("The body must be one JSON object");
        }
    }

    private void field(String name, JsonParser parser, JsonToken value) throws IOException {
        boolean text = value == JsonToken.VALUE_STRING;
        switch (name) {
            case "model" -> model = text ? parser.getText() : null;
            case "user" -> user = text ? parser.getText() : null;
            case "stream" -> stream = value == JsonToken.VALUE_TRUE;
            case "metadata" -> metadata(parser, value);
            case "messages" -> messages(parser, value);
            case "input" -> {
                input = text ? Said.bounded(parser.getText()) : "";
                messages(parser, value);
            }
            case "system", "instructions" -> fields.put(name, Field.read(parser, value));
            default -> parser.skipChildren();
        }
    }

    private void metadata(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                metadata.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void messages(JsonParser parser, JsonToken value) throws IOException {
        messages.clear();
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (next == JsonToken.START_OBJECT) {
                messages.add(Said.read(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    /** The model that is asked; null where none is named. */
    public @Nullable String model() {
        return model;
    }

    /** Whether the answer shall come in chunks. */
    public boolean stream() {
        return stream;
    }

    /** The field {@code user}; null where there is none. */
    public @Nullable String user() {
        return user;
    }

    /** A text of the field {@code metadata}; null where there is none. */
    public @Nullable String metadata(String name) {
        return metadata.get(name);
    }

    /** What the user said last; empty where nobody said anything. */
    public String task() {
        return messages.stream()
                .map(Said::text)
                .filter(text -> !text.isBlank())
                .reduce((before, last) -> last)
                .orElse(input);
    }

    /** How often the user has spoken. */
    public long turns() {
        return messages.stream().filter(said -> !said.text().isBlank()).count();
    }

    List<Said> messages() {
        return messages;
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    /** Whether a field stands there more than once, so that nobody knows which one counts. */
    boolean isTwice(String name) {
        return twice.contains(name);
    }

    /** Behind the first brace. */
    int open() {
        return open;
    }

    /** Whether the object has no fields. */
    boolean isEmpty() {
        return empty;
    }
}
