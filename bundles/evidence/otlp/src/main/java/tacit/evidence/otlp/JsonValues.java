package tacit.evidence.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceFile;
import tacit.evidence.otlp.wire.Json;
import tacit.evidence.otlp.wire.UndecodableException;

/** Walks the values of a JSON file: one per line, so that a broken line costs no other, or any text as a stream. */
final class JsonValues {

    /** How far the end of the first line is looked for. */
    private static final int FIRST_LINE = 1 << 20;

    private JsonValues() {}

    /** Takes what is read. */
    interface Visitor {

        void value(JsonNode value, String position);

        void broken(String position, String reason);
    }

    static void read(TraceFile file, Visitor visitor) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open(), FIRST_LINE)) {
            in.mark(FIRST_LINE);
            byte[] first = line(in, FIRST_LINE - 1);
            in.reset();
            if (first != null && complete(first)) {
                lines(in, visitor);
            } else {
                stream(in, visitor);
            }
        }
    }

    /** Whether a line could be a value of its own: one of a text over several lines ends with an opening or a comma. */
    private static boolean complete(byte[] line) {
        int end = line.length - 1;
        while (end >= 0 && line[end] <= ' ' && line[end] >= 0) {
            end--;
        }
        return end >= 0 && "{[,:".indexOf(line[end]) < 0;
    }

    /** The next line without its end; null at the end of the file, or when no line ends within the limit. */
    private static byte @Nullable [] line(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() >= limit) {
                return null;
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private static void lines(InputStream in, Visitor visitor) throws IOException {
        int number = 1;
        for (byte[] line = line(in, Integer.MAX_VALUE); line != null; line = line(in, Integer.MAX_VALUE)) {
            String position = "line " + number++;
            if (new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
                continue;
            }
            try {
                each(Json.read(line), position, visitor);
            } catch (UndecodableException e) {
                visitor.broken(position, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void each(JsonNode value, String position, Visitor visitor) {
        if (!value.isArray()) {
            visitor.value(value, position);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            visitor.value(value.get(i), position + ", element " + (i + 1));
        }
    }

    private static void stream(InputStream in, Visitor visitor) throws IOException {
        try (JsonParser parser = Json.mapper().createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    elements(parser, visitor);
                } else {
                    String position = "line " + parser.currentTokenLocation().getLineNr();
                    visitor.value(parser.readValueAsTree(), position);
                }
            }
        } catch (JsonProcessingException e) {
            UndecodableException broken = Json.undecodable(e);
            visitor.broken(broken.position(), String.valueOf(broken.getMessage()));
        }
    }

    private static void elements(JsonParser parser, Visitor visitor) throws IOException {
        JsonToken token = parser.nextToken();
        for (int i = 1; token != null && token != JsonToken.END_ARRAY; i++) {
            visitor.value(parser.readValueAsTree(), "element " + i);
            token = parser.nextToken();
        }
    }
}
