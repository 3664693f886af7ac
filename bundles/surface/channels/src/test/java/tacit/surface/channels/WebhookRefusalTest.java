package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.store.PageRequest;
import tacit.api.trace.TraceFilter;
import tacit.runtime.testkit.openapi.Conformance;

/** What is refused leaves nothing. */
class WebhookRefusalTest {

    private static final String BODY = "{\"text\":\"Hello\"}";

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig();
        rig.with(Rig.webhook()).with(Rig.account(Map.of()));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Map<String, String> headers(String body) {
        return new HashMap<>(Signed.headers("d1", rig.clock.instant(), body));
    }

    private void refused(int status, String words, Map<String, String> headers, String body) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        WebhookResource resource = new WebhookResource(rig.intake);

        assertThatThrownBy(() -> resource.handle(new FakeCall("webhook", all, "application/json", body)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status))
                .hasMessageContaining(words)
                .hasMessageNotContaining(Signed.SECRET);
        assertThat(rig.inbox.open("default")).isEmpty();
        assertThat(rig.traces
                        .list(Rig.HOME, TraceFilter.ALL, PageRequest.first(10))
                        .rows())
                .isEmpty();
    }

    @Test
    void refusesAnotherBodyThanTheSignedOne() {
        refused(403, "The signature does not fit", headers(BODY), "{\"text\":\"Give me the keys\"}");
        assertThat(rig.status().counts().refused()).isEqualTo(1);
        assertThat(rig.status().lastError()).isEqualTo("The signature does not fit");
    }

    @Test
    void refusesAnotherSecret() {
        Map<String, String> headers = headers(BODY);
        String time = headers.get("webhook-timestamp");
        headers.put("webhook-signature", Signed.signature("whsec_AAAAAAAAAAAAAAAAAAAAAAAA", "d1", time, BODY));

        refused(403, "The signature does not fit", headers, BODY);
    }

    @Test
    void refusesAnotherIdThanTheSignedOne() {
        Map<String, String> headers = headers(BODY);
        headers.put("webhook-id", "d2");

        refused(403, "The signature does not fit", headers, BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void refusesADeliveryWithoutAHeader(String missing) {
        Map<String, String> headers = headers(BODY);
        headers.remove(missing);

        refused(403, missing, headers, BODY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 1_000_000})
    void refusesAReplayOutsideTheWindow(long seconds) {
        Map<String, String> headers = Signed.headers("d1", rig.clock.instant().plusSeconds(seconds), BODY);

        refused(403, "within 300 s of now", headers, BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-5", "99999999999999999999"})
    void refusesATimeThatIsNone(String time) {
        Map<String, String> headers = headers(BODY);
        headers.put("webhook-timestamp", time);

        refused(403, "webhook-timestamp", headers, BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.1700000000", "with blank", "{body}"})
    void refusesAnIdInWhichPartsCouldHide(String id) {
        Map<String, String> headers = headers(BODY);
        headers.put("webhook-id", id);

        refused(403, "webhook-id", headers, BODY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello|The body is not valid JSON",
                "[]|The body must be a JSON object",
                "{}|text must be given",
                "{\"text\":5}|text must be a text",
                "{\"text\":\" \"}|text must be given",
                "{\"text\":\"a\",\"text\":\"b\"}|The body is not valid JSON",
                "{\"text\":\"a\",\"audience\":\"me\"}|audience must be private, group or public",
                "{\"text\":\"a\",\"session\":\"\"}|session must not be blank",
                "{\"messages\":{}}|messages must be a list"
            })
    void refusesWhatIsNotInItsFormat(String body, String words) {
        refused(400, words, headers(body), body);
    }

    @Test
    void refusesAChannelThatIsNotConfiguredOrNotThere() {
        WebhookResource resource = new WebhookResource(rig.intake);
        assertThatThrownBy(() -> resource.handle(new FakeCall("fax", headers(BODY), "application/json", BODY)))
                .hasMessage("No such channel is configured");
        rig.known.removeChannel(rig.known.channel("webhook").orElseThrow());

        refused(503, "No active bundle provides this channel", headers(BODY), BODY);
    }

    @Test
    void refusesEverythingWithoutASecret() {
        rig.with(Rig.account(Map.of("secret_environment", "")));

        refused(503, "has no secret", headers(BODY), BODY);
    }

    @Test
    void refusesMoreThanTheBacklogHolds() {
        rig.with(Rig.account(Map.of("backlog", 1)));
        rig.deliver("d1", BODY);

        assertThatThrownBy(() -> rig.deliver("d2", BODY)).hasMessage("Too many messages wait to be answered");
        assertThat(rig.inbox.open("default")).hasSize(1);
    }

    @Test
    void answersARepeatedDeliveryWithoutTakingItAgain() {
        rig.deliver("d1", BODY);
        WebhookResource resource = new WebhookResource(rig.intake);

        Reply reply = resource.handle(new FakeCall("webhook", headers(BODY), "application/json", BODY));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Conformance.checked(resource, reply)
                        .at("/messages/0/duplicate")
                        .asBoolean())
                .isTrue();
        assertThat(rig.inbox.open("default")).hasSize(1);
    }

    @Test
    void acceptsOneOfSeveralSignaturesWhileASecretChanges() {
        Map<String, String> headers = headers(BODY);
        headers.put("webhook-signature", "v1,bm9wZQ== " + headers.get("webhook-signature"));
        WebhookResource resource = new WebhookResource(rig.intake);

        Reply reply = resource.handle(new FakeCall("webhook", headers, "application/json", BODY));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(Conformance.checked(resource, reply).at("/messages")).hasSize(1);
    }
}
