package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.http.HttpProblem;

class ContextResourceTest {

    private final ContextResource resource = new ContextResource();

    @Test
    void answersAnEmptyEnvelopeWithEveryField() {
        JsonNode envelope = Replies.json(resource.handle(
                FakeCall.json("{\"task\":\"find it\",\"agent\":\"a\",\"sessionId\":\"s\",\"userId\":\"u\","
                        + "\"channel\":\"c\",\"budgetTokens\":500}")));

        Set<String> names = new TreeSet<>();
        envelope.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("blocks", "budget", "contextId", "explanations", "generation", "tokens");
        assertThat(envelope.get("blocks")).isEmpty();
        assertThat(envelope.get("budget").asInt()).isEqualTo(500);
        assertThat(envelope.get("generation").isNull()).isTrue();
    }

    @Test
    void givesEachContextAnIdOfItsOwn() {
        FakeCall call = FakeCall.json("{\"task\":\"x\"}");

        String first = Replies.json(resource.handle(call)).get("contextId").asText();
        String second = Replies.json(resource.handle(call)).get("contextId").asText();

        assertThat(first).isNotEqualTo(second).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"task\":\"\"}",
                "{\"task\":1}",
                "{\"task\":\"x\",\"budgetTokens\":0}",
                "{\"task\":\"x\",\"budgetTokens\":1.5}",
                "{\"task\":\"x\",\"budgetTokens\":\"9\"}",
                "{\"task\":\"x\",\"agent\":[]}",
                "{\"task\":\"x\",\"tools\":[]}"
            })
    void refusesABadQuestion(String body) {
        assertThatThrownBy(() -> resource.handle(FakeCall.json(body)))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(400);
    }
}
