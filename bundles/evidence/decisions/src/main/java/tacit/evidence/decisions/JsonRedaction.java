package tacit.evidence.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import tacit.api.ingest.Redactor;
import tacit.api.ingest.Redactor.Redaction;

/** Redacts the texts inside JSON, which stays the JSON that it was. Confined to one decision. */
final class JsonRedaction {

    private static final String SECRET = "[REDACTED:field]";
    private static final String MARK = "[REDACTED:";
    private static final int ASCII = 127;

    private final JsonFactory factory;
    private final Redactor redactor;
    private int count;

    JsonRedaction(JsonFactory factory, Redactor redactor) {
        this.factory = factory;
        this.redactor = redactor;
    }

    /** Makes the factory that redactions share: names of fields come from agents, so none is kept. */
    static JsonFactory factory(int longest) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(longest)
                        .maxNameLength(longest)
                        .build())
                .build();
    }

    /** How many secrets were replaced so far. */
    int count() {
        return count;
    }

    /**
     * Redacts one text.
     *
     * @throws IllegalArgumentException when it is no JSON; nothing of it is in the message
     */
    String redact(String json) {
        StringWriter text = new StringWriter(json.length());
        try (JsonParser parser = factory.createParser(json);
                JsonGenerator copy = factory.createGenerator(text)) {
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += parser.getParsingContext().inRoot() && !token.isStructStart() ? 1 : 0;
                copy(token, parser, copy);
            }
            if (values != 1) {
                throw new IllegalArgumentException("text must be one JSON value, got " + values);
            }
        } catch (JsonProcessingException e) {
            // without the cause, whose message quotes what it stumbled over
            throw new IllegalArgumentException("text must be JSON, got something else");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void copy(JsonToken token, JsonParser parser, JsonGenerator copy) throws IOException {
        switch (token) {
            case FIELD_NAME -> copyField(parser, copy);
            case VALUE_STRING -> write(redacted(parser.getText()), copy);
            // by its digits: a number must come back exactly
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copy.writeNumber(parser.getText());
            default -> copy.copyCurrentEvent(parser);
        }
    }

    private void copyField(JsonParser parser, JsonGenerator copy) throws IOException {
        String name = parser.currentName();
        boolean secret = redactor.secretName(name);
        String clean = redacted(name);
        copy.writeFieldName(clean.equals(name) ? name : clean + count);
        JsonToken value = parser.nextToken();
        if (secret && !harmless(value, parser)) {
            parser.skipChildren();
            count++;
            copy.writeString(SECRET);
        } else {
            copy(value, parser, copy);
        }
    }

    private static boolean harmless(JsonToken value, JsonParser parser) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return parser.getText().isEmpty() || parser.getText().startsWith(MARK);
        }
        return value.isBoolean() || value == JsonToken.VALUE_NULL;
    }

    private String redacted(String text) {
        Redaction redaction = redactor.redact(text);
        count += redaction.count();
        return redaction.text();
    }

    /** Half a character would not outlive the database: as an escape it does. */
    private static void write(String text, JsonGenerator copy) throws IOException {
        boolean broken = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        copy.setHighestNonEscapedChar(broken ? ASCII : 0);
        copy.writeString(text);
        copy.setHighestNonEscapedChar(0);
    }
}
