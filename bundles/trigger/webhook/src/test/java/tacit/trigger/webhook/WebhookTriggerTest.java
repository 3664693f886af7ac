package tacit.trigger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Request;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.Urgency;

class WebhookTriggerTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private static final Map<String, String> SHOP = Map.of(
            "family.at",
            "/kind",
            "urgency.at",
            "/how",
            "confidence.at",
            "/sure",
            "reason.at",
            "/order/title",
            "subject.at",
            "/order/id",
            "payload.at",
            "/order/id, /order/total, /order",
            "match.at",
            "/type",
            "match.is",
            "order");

    private final WebhookTrigger trigger = new WebhookTrigger();

    private static TriggerConfiguration with(Map<String, String> options) {
        return new TriggerConfiguration("shop", "webhook", "w1", null, options);
    }

    private List<SignalDraft> read(Map<String, String> options, String body) {
        Request request = new Request(Map.of("x-event-type", "order.created"), body.replace('~', '"'));
        return trigger.read(with(options), new TriggerIngress(NOON, null, Map.of(), request, List.of()))
                .signals();
    }

    @Test
    void tr03WeighsAWebhookAsTheWakeRequestsOfHooks() {
        SignalDraft draft = read(Map.of(), "{~a~:1}").get(0);

        assertThat(draft.family()).isEqualTo(SignalFamily.AWARENESS_SIGNAL);
        assertThat(draft.urgency()).isEqualTo(Urgency.MEDIUM);
        assertThat(draft.confidence()).isEqualTo(.7);
        assertThat(draft.source()).isEqualTo(SignalSource.HOOK);
        assertThat(draft.reason()).isEqualTo("Webhook shop was called");
        assertThat(draft.payload()).isEqualTo(Map.of("event", "order.created"));
    }

    @Test
    void tr02AsksForALookAtOnceWhereAnOperatorSaysSo() {
        SignalDraft draft = read(Map.of("now", "true"), "{}").get(0);

        assertThat(draft.family()).isEqualTo(SignalFamily.URGENT_INTERRUPT);
        assertThat(draft.urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(draft.confidence()).isEqualTo(1);
    }

    @Test
    void findsWhatOperatorsPointTo() {
        SignalDraft draft = read(
                        SHOP,
                        "{~type~:~order~,~kind~:~Open-loop pressure~,~how~:~HIGH~,~sure~:0.9,"
                                + "~order~:{~id~:17,~title~:~Two\\n hens~,~total~:9.5}}")
                .get(0);

        assertThat(draft.family()).isEqualTo(SignalFamily.OPEN_LOOP_PRESSURE);
        assertThat(draft.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(draft.confidence()).isEqualTo(.9);
        assertThat(draft.reason()).isEqualTo("Two hens");
        assertThat(draft.fingerprint()).isEqualTo("hook:shop:open_loop_pressure:17");
        assertThat(draft.payload()).containsEntry("order.id", "17").containsEntry("order.total", "9.5");
    }

    @Test
    void goesByFixedValuesWhereABodySaysNothingThatIsKnown() {
        Map<String, String> options = Map.of(
                "family",
                "maintenance",
                "family.at",
                "/kind",
                "urgency",
                "low",
                "urgency.at",
                "/how",
                "confidence",
                ".3",
                "confidence.at",
                "/sure",
                "reason",
                "Orders",
                "reason.at",
                "/what");

        SignalDraft odd =
                read(options, "{~kind~:~weather~,~how~:11,~sure~:7,~what~:{}}").get(0);
        SignalDraft said = read(options, "{~what~:~eggs~}").get(0);

        assertThat(odd.family()).isEqualTo(SignalFamily.MAINTENANCE);
        assertThat(odd.urgency()).isEqualTo(Urgency.LOW);
        assertThat(odd.confidence()).isEqualTo(.3);
        assertThat(odd.reason()).isEqualTo("Orders");
        assertThat(said.reason()).isEqualTo("Orders: eggs");
    }

    @Test
    void leavesOutWhatIsNotMeant() {
        assertThat(read(SHOP, "{~type~:~refund~}")).isEmpty();
        assertThat(read(SHOP, "{}")).isEmpty();
        assertThat(read(Map.of("match.at", "/type"), "{~type~:~any~}")).hasSize(1);
        assertThat(read(Map.of("match.at", "/type"), "{}")).isEmpty();
    }

    @Test
    void knowsEventsOfAForge() {
        String push = "{~ref~:~refs/heads/main~,~commits~:[{},{}],~repository~:{~full_name~:~a/b~}}";

        SignalDraft draft = read(Map.of(), push).get(0);

        assertThat(draft.reason()).isEqualTo("2 commits pushed to main of a/b");
        assertThat(draft.fingerprint()).isEqualTo("hook:shop:push:a/b/main");
        assertThat(read(Map.of("forges", "false"), push).get(0).reason()).isEqualTo("Webhook shop was called");
        assertThat(read(Map.of(), "{~action~:~labeled~,~issue~:{~number~:1},~repository~:{}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cret", "[]", "{~a~:1} s3cret", "null"})
    void refusesWhatItCannotReadWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> read(Map.of(), body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "reason.at|title|reason.at must be a JSON pointer, such as /issue/title, got 'title'",
                "payload.at|/a, b|payload.at must be a JSON pointer, such as /issue/title, got 'b'",
                "payload.at|/1,/2,/3,/4,/5,/6,/7,/8,/9,/a,/b|payload.at must have at most 10 pointers, got 11",
                "match.is|x|match.is needs match.at",
                "forges|x|forges must be true or false, got 'x'",
                "evidence|x|option 'evidence' is unknown"
            })
    void refusesOptionsThatMakeNoSense(String option, String value, String problem) {
        assertThat(trigger.plan(with(Map.of(option, value))).problems())
                .singleElement()
                .asString()
                .startsWith(problem);
        assertThat(read(Map.of(option, value), "{}")).isEmpty();
    }

    @Test
    void takesRequestsOnly() {
        TriggerPlan plan = trigger.plan(with(SHOP));

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.requests()).isTrue();
        assertThat(plan.files()).isEmpty();
        assertThat(plan.headers()).containsExactly("x-event-type");
        assertThat(trigger.read(with(SHOP), new TriggerIngress(NOON, NOON, Map.of("k", "v"), null, List.of()))
                        .memory())
                .containsEntry("k", "v");
    }
}
