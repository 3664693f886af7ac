package tacit.surface.gateway.rest.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;

/** Reads bodies as JSON, strictly, and writes answers. */
public final class Json {

    private static final int MAX_DEPTH = 32;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    public static Reply reply(int status, Object value) {
        return Reply.json(status, text(value));
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write an answer as JSON", e);
        }
    }

    /** The body; never missing. */
    public static JsonNode body(Call call) {
        String type = call.contentType().orElse("");
        if (!type.equals("application/json")) {
            throw new HttpProblem(415, "Content-Type must be application/json");
        }
        if (call.body().length == 0) {
            throw new HttpProblem(400, "The body must be JSON, it is empty");
        }
        try {
            JsonNode node = MAPPER.readTree(utf8(call.body()));
            if (node.isMissingNode()) {
                throw new HttpProblem(400, "The body must be JSON, it is blank");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new HttpProblem(400, "The body must be UTF-8");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new HttpProblem(
                    400,
                    "The body is not valid JSON"
                            + (place == null
                                    ? ""
                                    : " at line " + place.getLineNr() + ", column " + place.getColumnNr()));
        }
    }

    public static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
