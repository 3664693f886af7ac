package tacit.evidence.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tacit.api.harness.InnerCall;

/** The calls inside a decision as one text: an array of arrays of target, method, inputs and output. */
final class InnerCalls {

    private InnerCalls() {}

    static String text(JsonFactory factory, List<InnerCall> calls) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(text)) {
            json.writeStartArray();
            for (InnerCall call : calls) {
                String[] parts = {call.target(), call.method(), call.inputs(), call.output()};
                json.writeArray(parts, 0, parts.length);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static List<InnerCall> of(JsonFactory factory, String text) {
        List<InnerCall> calls = new ArrayList<>();
        try (JsonParser json = factory.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                calls.add(new InnerCall(
                        json.nextTextValue(), json.nextTextValue(), json.nextTextValue(), json.nextTextValue()));
                json.nextToken();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }
}
