package tacit.runtime.calls;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as text and back: the mapper sees trees alone, never a class of ours or of a plugin. */
final class JsonText {

    /** Writes one value. */
    @FunctionalInterface
    interface Content {

        void write(Sheet sheet) throws IOException;
    }

    // names of fields come from agents too, so none is kept
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectMapper TREES = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    static String write(boolean ordered, Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.write(new Sheet(json, ordered));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("value must be writable as JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Surrogates.escaped(text.toString());
    }

    /**
     * Reads one value.
     *
     * @param what the name of the text, for messages
     */
    static JsonNode read(String text, String what) {
        try {
            JsonNode node = TREES.readTree(text);
            if (node.isMissingNode()) {
                throw new IllegalArgumentException(what + " must be JSON, got nothing");
            }
            return node;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            // without the cause, whose message quotes what it stumbled over
            throw new IllegalArgumentException(what + " must be JSON, got a mistake" + place);
        }
    }
}
