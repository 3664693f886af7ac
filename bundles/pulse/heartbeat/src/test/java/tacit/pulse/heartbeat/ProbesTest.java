package tacit.pulse.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.PulsePolicy;
import tacit.runtime.calls.JsonCalls;

/** What everybody who fills the role is asked before it may. */
class ProbesTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void answersItsProbesTwiceAlike() throws IOException {
        assertThat(answers()).isEqualTo(answers());
    }

    @Test
    void decidesEachProbeByAnotherRule() throws IOException {
        List<String> rules = new ArrayList<>();
        for (String answer : answers()) {
            JsonNode rule = json.readTree(answer).get("rule");
            if (rule != null) {
                rules.add(rule.asText());
            }
        }

        assertThat(rules).containsExactly("observer_strong", "maintenance_due", "foreground_active", "in_flight");
        assertThat(answers()).last().asString().contains("\"profileId\":\"p1\"").doesNotContain("Minutes");
    }

    private List<String> answers() throws IOException {
        JsonCalls calls = new JsonCalls();
        List<String> answers = new ArrayList<>();
        try (InputStream in = PulsePolicy.class.getResourceAsStream("/tacit/probes/heartbeat.json")) {
            for (JsonNode probe : json.readTree(in)) {
                answers.add(calls.ask(
                        new OrderedRulesPolicy(Thresholds.USUAL, Tunings.NONE),
                        PulsePolicy.class,
                        probe.get("method").asText(),
                        probe.get("inputs").toString()));
            }
        }
        return answers;
    }
}
