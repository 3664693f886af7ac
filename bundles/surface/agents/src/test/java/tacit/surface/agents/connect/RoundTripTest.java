package tacit.surface.agents.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is added to settings can be taken out again, part by part, whatever else stands there. */
class RoundTripTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> EVENTS = Agent.CLAUDE_CODE.events();
    private static final List<String> WORDS =
            List.of("a", "ü \\\" {", "😀,]", "env", "hooks", "\\u0041", "", "# tacit");
    private static final List<String> ENVS = List.of("{\"MINE\":\"x\"}", "{ \"ONE\" : \"0\", \"Z\": \"\" }", "{}");
    private static final List<String> STOPS = List.of("[]", "[ {\"command\": \"mine\"} ]");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void takesOutExactlyWhatItPutIn(long seed) throws Exception {
        String before = settings(new Random(seed));

        Edited added = HookSettings.with(before, hooks(), variables(), List.of());
        Edited removed = HookRemoval.from(added.text(), added.written());

        assertThat(removed.text()).isEqualTo(before);
        assertThat(removed.notes()).isEmpty();
        JsonNode settings = MAPPER.readTree(added.text());
        assertThat(settings.path("hooks").properties()).hasSizeGreaterThanOrEqualTo(EVENTS.size());
        assertThat(settings.path("env").path("ONE").asText()).isEqualTo("1");
        assertThat(HookSettings.with(added.text(), hooks(), variables(), List.of())
                        .text())
                .isEqualTo(added.text());
    }

    private static List<HookEntry> hooks() {
        return EVENTS.stream()
                .map(event -> new HookEntry(
                        event, JsonNodeFactory.instance.objectNode().put("command", "ours")))
                .toList();
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ONE", "1");
        variables.put("TWO", "http://x/?a=\"b\"");
        return variables;
    }

    private static String settings(Random random) {
        String line = random.nextBoolean() ? "\n" : "\r\n";
        String unit = List.of("", "  ", "\t", "    ").get(random.nextInt(4));
        List<String> members = new ArrayList<>();
        members.add("\"first\" :" + value(random, 2));
        if (random.nextBoolean()) {
            members.add("\"env\": " + ENVS.get(random.nextInt(ENVS.size())));
        }
        if (random.nextBoolean()) {
            members.add("\"hooks\": { \"Stop\":" + STOPS.get(random.nextInt(STOPS.size())) + "}");
        }
        if (random.nextBoolean()) {
            members.add("\"last\": " + value(random, 3));
        }
        boolean lines = random.nextBoolean();
        String gap = lines ? line + unit : " ";
        String end = random.nextBoolean() ? line : "";
        return "{" + gap + String.join("," + gap, members) + (lines ? line : "") + "}" + end;
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> "\"" + WORDS.get(random.nextInt(WORDS.size())) + "\"";
            case 1 -> "-1.5e3";
            case 2 -> "true";
            case 3 -> "null";
            case 4 -> "[ " + value(random, depth - 1) + ",\n" + value(random, depth - 1) + "]";
            default -> "{\"k\":" + value(random, depth - 1) + " , \"l\" : " + value(random, depth - 1) + " }";
        };
    }
}
