package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.runtime.testkit.openapi.Conformance;

class OutcomesResourceTest {

    private final FakeTraceStore store = new FakeTraceStore();
    private final OutcomesResource resource = new OutcomesResource(store, store);

    @Test
    void takesOneStatementWithAllThatItSays() {
        Reply reply = resource.handle(FakeCall.json("{\"traceId\":\"t1\",\"spanId\":\"s1\",\"label\":\"failure\","
                + "\"score\":0.2,\"source\":\"grader\",\"name\":\"exact\",\"explanation\":\"off by one\","
                + "\"at\":\"2026-03-01T10:00:00Z\"}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Replies.text(reply)).isEqualTo("{\"accepted\":1,\"new\":1,\"rejected\":[]}");
        assertThat(store.updates.get(0).outcomes())
                .containsExactly(new Outcome(
                        OutcomeLabel.FAILURE,
                        0.2,
                        OutcomeSource.GRADER,
                        "exact",
                        "off by one",
                        "s1",
                        Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Test
    void keepsGoodStatementsAndGivesAReasonForEachBadOne() {
        Reply reply = resource.handle(FakeCall.json("[{\"traceId\":\"t1\",\"score\":1,\"source\":\"user\"},"
                + "{\"traceId\":\"t2\",\"source\":\"user\"},"
                + "{\"traceId\":\"refused\",\"score\":0,\"source\":\"user\"},7]"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Conformance.checked(resource, reply).get("accepted").asInt()).isEqualTo(1);
        assertThat(Replies.json(reply).get("rejected").toString())
                .isEqualToIgnoringWhitespace("[{\"index\":1,\"reason\":\"label or score must be given\"},"
                        + "{\"index\":2,\"reason\":\"Refused by the store\"},"
                        + "{\"index\":3,\"reason\":\"A JSON object is needed\"}]")
                .describedAs("each with its place");
    }

    @ParameterizedTest
    @CsvSource({"1,SUCCESS", "0.5,SUCCESS", "0.49,FAILURE", "0,FAILURE"})
    void makesALabelOfAScore(String score, OutcomeLabel label) {
        resource.handle(FakeCall.json("{\"traceId\":\"t1\",\"source\":\"rule\",\"score\":" + score + "}"));

        assertThat(store.updates.get(0).outcomes().get(0).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"traceId\":\"t\",\"label\":\"success\"}",
                "{\"traceId\":\"t\",\"label\":\"good\",\"source\":\"user\"}",
                "{\"traceId\":\"t\",\"label\":\"success\",\"source\":\"robot\"}",
                "{\"traceId\":\" \",\"label\":\"success\",\"source\":\"user\"}",
                "{\"traceId\":7,\"label\":\"success\",\"source\":\"user\"}",
                "{\"traceId\":\"t\",\"score\":2,\"source\":\"user\"}",
                "{\"traceId\":\"t\",\"score\":\"1\",\"source\":\"user\"}",
                "{\"traceId\":\"t\",\"score\":1e999,\"source\":\"user\"}",
                "{\"traceId\":\"t\",\"label\":\"success\",\"source\":\"user\",\"at\":\"yesterday\"}",
                "{\"traceId\":\"t\",\"label\":\"success\",\"source\":\"user\",\"extra\":1}"
            })
    void refusesABadStatementWithAReason(String body) {
        Reply reply = resource.handle(FakeCall.json(body));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(Replies.json(reply).get("rejected").get(0).get("reason").asText())
                .isNotBlank()
                .doesNotContain("null");
        assertThat(store.updates).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "{\"a\":1,\"a\":2}", "{} {}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})
    void refusesABodyThatIsNoList(String body) {
        assertThatThrownBy(() -> resource.handle(FakeCall.json(body)))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(400);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        FakeCall call = new FakeCall().bytes((byte) '"', (byte) 0xC3, (byte) '"');

        assertThatThrownBy(() -> resource.handle(call)).hasMessage("The body must be UTF-8");
    }

    @Test
    void refusesToSpeakAboutATraceOfAnotherUser() {
        store.traces.add(Trace.builder("t1").userId("bob").build());
        FakeCall call = FakeCall.json("{\"traceId\":\"t1\",\"score\":0,\"source\":\"user\"}")
                .in(new Scope("default", "ann"));

        Reply reply = resource.handle(call);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(Replies.text(reply)).contains("No such trace in the token's scope");
        assertThat(store.updates).isEmpty();
    }

    @Test
    void givesAnUnknownTraceToTheUserOfTheToken() {
        FakeCall call = FakeCall.json("{\"traceId\":\"t1\",\"score\":0,\"source\":\"user\"}")
                .in(new Scope("default", "ann"));

        resource.handle(call);

        assertThat(store.updates.get(0).trace().userId()).isEqualTo("ann");
    }
}
