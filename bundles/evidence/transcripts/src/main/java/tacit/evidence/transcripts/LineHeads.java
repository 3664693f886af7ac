package tacit.evidence.transcripts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.Sample;

/** The fields on the top level of the first lines of a file, as far as the sample reaches: what tells formats apart. */
final class LineHeads {

    private static final int LINES = 40;

    private LineHeads() {}

    /** One map per line that is a JSON object: the names of its fields, with their values where these are text. */
    static List<Map<String, String>> of(Sample sample) {
        List<Map<String, String>> heads = new ArrayList<>();
        sample.head().lines().limit(LINES).forEach(line -> {
            Map<String, String> fields = fields(line);
            if (!fields.isEmpty()) {
                heads.add(fields);
            }
        });
        return heads;
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                fields.put(name, value == JsonToken.VALUE_STRING ? parser.getText() : "");
                parser.skipChildren();
            }
        } catch (IOException cutOff) {
            return fields;
        }
        return fields;
    }
}
