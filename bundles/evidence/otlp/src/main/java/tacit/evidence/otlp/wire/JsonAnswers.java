package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Writes answers in JSON; one without rejections is an empty object. */
final class JsonAnswers {

    private JsonAnswers() {}

    static byte[] write(Signal signal, long rejected, String reason) {
        ObjectNode answer = Json.mapper().createObjectNode();
        if (rejected > 0) {
            answer.putObject("partialSuccess")
                    .put(signal.rejectedField(), Long.toString(rejected))
                    .put("errorMessage", reason);
        }
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
