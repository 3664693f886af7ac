package tacit.learn.evals.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tacit.api.harness.InnerCall;
import tacit.api.learn.AnswerCheck;

/** Reads and writes JSON: answers, checks, and the calls inside a situation. Stateless. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException when the text is no JSON; nothing of it is in the message
     */
    static JsonNode read(String text) {
        JsonNode value;
        try {
            value = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // without the cause, whose message quotes what it stumbled over
            throw new IllegalArgumentException("text must be JSON, got something else");
        }
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("text must be JSON, got none");
        }
        return value;
    }

    static String checks(List<AnswerCheck> checks) {
        ArrayNode all = MAPPER.createArrayNode();
        for (AnswerCheck check : checks) {
            ArrayNode one = all.addArray()
                    .add(check.kind().name().toLowerCase(Locale.ROOT))
                    .add(check.path());
            check.expected().forEach(one::add);
        }
        return all.toString();
    }

    static List<AnswerCheck> checks(String text) {
        List<AnswerCheck> checks = new ArrayList<>();
        for (JsonNode one : read(text)) {
            List<String> parts = texts(one);
            AnswerCheck.Kind kind = AnswerCheck.Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT));
            checks.add(new AnswerCheck(kind, parts.get(1), parts.subList(2, parts.size())));
        }
        return checks;
    }

    static String calls(List<InnerCall> calls) {
        ArrayNode all = MAPPER.createArrayNode();
        for (InnerCall call : calls) {
            all.addArray()
                    .add(call.target())
                    .add(call.method())
                    .add(call.inputs())
                    .add(call.output());
        }
        return all.toString();
    }

    static List<InnerCall> calls(String text) {
        List<InnerCall> calls = new ArrayList<>();
        for (JsonNode one : read(text)) {
            List<String> parts = texts(one);
            calls.add(new InnerCall(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
        }
        return calls;
    }

    /** Texts as one that no other texts make. */
    static String list(List<String> texts) {
        ArrayNode all = MAPPER.createArrayNode();
        texts.forEach(all::add);
        return all.toString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }
}
