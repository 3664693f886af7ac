package tacit.runtime.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as a line of JSON: an array of its values in the order of the columns. */
final class RowLine {

    private static final int LONGEST_TEXT = 64_000_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private RowLine() {}

    static String write(@Nullable Object[] values) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartArray();
            for (Object value : values) {
                write(json, value);
            }
            json.writeEndArray();
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString((String) value);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IOException when the line is no row of these columns
     */
    static @Nullable Object[] read(String line, List<Column> columns) throws IOException {
        @Nullable Object[] values = new Object[columns.size()];
        try (JsonParser json = JSON.createParser(line)) {
            expect(json.nextToken() == JsonToken.START_ARRAY);
            for (int i = 0; i < values.length; i++) {
                values[i] = value(json, columns.get(i).kind());
            }
            expect(json.nextToken() == JsonToken.END_ARRAY && json.nextToken() == null);
        }
        return values;
    }

    private static @Nullable Object value(JsonParser json, Kind kind) throws IOException {
        JsonToken token = json.nextToken();
        expect(token != null && token.isScalarValue());
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (kind) {
            case TEXT -> json.getText();
            case NUMBER -> json.getLongValue();
            // What is no number is written as a text, such as "NaN"
            case REAL -> token == JsonToken.VALUE_STRING ? Double.valueOf(json.getText()) : json.getDoubleValue();
            case TRUTH -> json.getBooleanValue();
        };
    }

    private static void expect(boolean row) throws IOException {
        if (!row) {
            throw new IOException("A row must be a list with a value for each column");
        }
    }
}
