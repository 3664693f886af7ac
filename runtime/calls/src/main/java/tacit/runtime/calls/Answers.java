package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.TraceUpdate;

/**
 * Writes and reads what came of a call.
 *
 * @param signature the method
 * @param updates how a sink's updates are written
 */
record Answers(Signature signature, Form updates) {

    private static final String ANSWER = "answer";

    static Answers of(Signature signature, Forms forms) {
        return new Answers(signature, forms.of(TraceUpdate.class));
    }

    String given(@Nullable Object result, Callbacks callbacks) {
        return JsonText.write(false, sheet -> {
            if (!signature.enveloped()) {
                writeResult(result, sheet);
                return;
            }
            sheet.json().writeStartObject();
            sheet.json().writeFieldName(ANSWER);
            writeResult(result, sheet);
            callbacks.writeTold(updates, sheet);
            sheet.json().writeEndObject();
        });
    }

    private void writeResult(@Nullable Object result, Sheet sheet) throws IOException {
        if (signature.answer().isPresent()) {
            signature.answer().get().writeAny(result, sheet);
        } else {
            sheet.json().writeNull();
        }
    }

    String thrown(Throwable failure, Callbacks callbacks) {
        return JsonText.write(false, sheet -> {
            sheet.json().writeStartObject();
            sheet.json().writeStringField(Thrown.FIELD, Thrown.text(failure));
            callbacks.writeTold(updates, sheet);
            sheet.json().writeEndObject();
        });
    }

    @Nullable
    Object read(String output) {
        JsonNode node = JsonText.read(output, "output");
        if (node.isObject() && node.has(Thrown.FIELD)) {
            throw new IllegalArgumentException(
                    "output must be an answer of " + Signature.name(signature.method()) + ", got what it threw");
        }
        if (signature.enveloped() && !node.isObject()) {
            throw Refused.node("output", "an object with the answer", node);
        }
        JsonNode answer = signature.enveloped() ? node.get(ANSWER) : node;
        return signature.answer().isPresent() ? signature.answer().get().readAny(answer, "output") : null;
    }
}
