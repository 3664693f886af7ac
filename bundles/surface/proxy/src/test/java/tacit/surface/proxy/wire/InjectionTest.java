package tacit.surface.proxy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionTest {

    private static final String CONTEXT = "Zeile 1\nsays \"näher\" \\ \u0001 \uD83D\uDC1D";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void putsAMessageBehindTheCallersOwnInstructions() {
        String body =
                "{\"messages\":[ {\"role\":\"system\",\"content\":\"a\"} , {\"role\":\"user\",\"content\":\"b\"}]}";

        assertThat(injected(Wire.CHAT, body, "c"))
                .isEqualTo("{\"messages\":[ {\"role\":\"system\",\"content\":\"a\"} ,"
                        + " {\"role\":\"system\",\"content\":\"c\"},{\"role\":\"user\",\"content\":\"b\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'role':'user'}]|[{'role':'system','content':'c'},{'role':'user'}]",
                "[{'role':'developer'},{'role':'user'}]|[{'role':'developer'},{'role':'developer','content':'c'},{'role':'user'}]",
                "[{'role':'system'}]|[{'role':'system'},{'role':'system','content':'c'}]",
                "[{'role':'user'},{'role':'system'}]|[{'role':'system','content':'c'},{'role':'user'},{'role':'system'}]"
            })
    void findsThePlaceAmongMessages(String before, String after) {
        assertThat(injected(Wire.CHAT, quoted("{'messages':" + before + "}"), "c"))
                .isEqualTo(quoted("{'messages':" + after + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x':1}|{'system':[{'type':'text','text':'c'}],'x':1}",
                "{ }|{'system':[{'type':'text','text':'c'}] }",
                "{'system' : 'own'}|{'system' : [{'type':'text','text':'own'},{'type':'text','text':'c'}]}",
                "{'system':[]}|{'system':[{'type':'text','text':'c'}]}",
                "{'system':[{'type':'text','text':'own'} ]}|{'system':[{'type':'text','text':'own'},{'type':'text','text':'c'} ]}"
            })
    void addsABlockToTheSystemOfAnthropic(String before, String after) {
        assertThat(injected(Wire.MESSAGES, quoted(before), "c")).isEqualTo(quoted(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'input':'x'}|{'instructions':'c','input':'x'}",
                "{'instructions':'','input':'x'}|{'instructions':'c','input':'x'}",
                "{'instructions':'own','input':'x'}|{'instructions':'own\\n\\nc','input':'x'}"
            })
    void addsToTheInstructionsOfAResponse(String before, String after) {
        assertThat(injected(Wire.RESPONSES, quoted(before), "c")).isEqualTo(quoted(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'messages':[]}",
                "{'messages':'x'}",
                "{'messages':[{'role':'user'}],'messages':[{'role':'user'}]}",
                "{}"
            })
    void leavesARequestAloneThatHasNoPlace(String body) {
        assertThat(splices(Wire.CHAT, quoted(body), "c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'system':null}", "{'system':''}", "{'system':1}", "{'system':[],'system':[]}"})
    void leavesASystemAloneThatIsNone(String body) {
        assertThat(splices(Wire.MESSAGES, quoted(body), "c")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.class,
            names = {"EMBEDDINGS", "COUNT_TOKENS", "OPENAI_MODELS", "ANTHROPIC_MODELS"})
    void putsNothingIntoWhatIsNoPrompt(Wire wire) {
        assertThat(splices(wire, quoted("{'messages':[{'role':'user'}],'input':'x'}"), "c"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.class,
            names = {"CHAT", "MESSAGES", "RESPONSES"})
    void changesNoByteOfAnyOtherPart(Wire wire) {
        for (int seed = 0; seed < 400; seed++) {
            byte[] body = new AnyRequest(new SplittableRandom(seed), wire).bytes();
            List<Splice> splices =
                    Injection.of(wire, RequestScan.of(body), CONTEXT).orElseThrow();

            byte[] after = Splice.into(body, splices);

            assertThat(without(after, splices)).as("seed %d", seed).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.class,
            names = {"CHAT", "MESSAGES", "RESPONSES"})
    void saysTheContextOnceAndEverythingElseAsBefore(Wire wire) throws Exception {
        for (int seed = 0; seed < 400; seed++) {
            byte[] body = new AnyRequest(new SplittableRandom(seed), wire).bytes();

            ObjectNode after = (ObjectNode) JSON.readTree(Splice.into(
                    body, Injection.of(wire, RequestScan.of(body), CONTEXT).orElseThrow()));

            ObjectNode before = (ObjectNode) JSON.readTree(body);
            assertThat(taken(wire, before, after)).as("seed %d", seed).isEqualTo(CONTEXT);
            assertThat(after).as("seed %d", seed).isEqualTo(before);
        }
    }

    /** Takes the context out of a tree again, and answers what it was. */
    private static String taken(Wire wire, ObjectNode before, ObjectNode after) {
        if (wire == Wire.CHAT) {
            ArrayNode messages = (ArrayNode) after.get("messages");
            int place = place(before.get("messages"));
            String text = messages.get(place).get("content").asText();
            messages.remove(place);
            return text;
        }
        String name = wire == Wire.MESSAGES ? "system" : "instructions";
        JsonNode now = after.get(name);
        String text = now.isArray() ? now.get(now.size() - 1).get("text").asText() : now.asText();
        JsonNode own = before.get(name);
        if (own == null) {
            after.remove(name);
        } else {
            after.set(name, own);
            assertThat(own(now, own.isArray())).isEqualTo(own.isArray() ? own.toString() : own.asText());
        }
        return text.substring(text.length() - CONTEXT.length());
    }

    /** What stands before the context. */
    private static String own(JsonNode now, boolean blocks) {
        if (blocks) {
            ArrayNode own = now.deepCopy();
            own.remove(own.size() - 1);
            return own.toString();
        }
        String text = now.isArray() ? now.get(0).get("text").asText() : now.asText();
        return now.isArray()
                ? text
                : text.substring(0, text.length() - CONTEXT.length()).replaceFirst("\n\n$", "");
    }

    private static int place(JsonNode messages) {
        int place = 0;
        while (place < messages.size()
                && List.of("system", "developer")
                        .contains(messages.get(place).path("role").asText())) {
            place++;
        }
        return place;
    }

    private static byte[] without(byte[] after, List<Splice> splices) {
        byte[] left = after;
        for (Splice splice : splices) {
            int length = splice.text().getBytes(StandardCharsets.UTF_8).length;
            byte[] next = Arrays.copyOf(left, left.length - length);
            System.arraycopy(left, splice.at() + length, next, splice.at(), left.length - splice.at() - length);
            left = next;
        }
        return left;
    }

    private static Optional<List<Splice>> splices(Wire wire, String body, String text) {
        return Injection.of(wire, RequestScan.of(body.getBytes(StandardCharsets.UTF_8)), text);
    }

    private static String injected(Wire wire, String body, String text) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new String(Splice.into(bytes, splices(wire, body, text).orElseThrow()), StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
