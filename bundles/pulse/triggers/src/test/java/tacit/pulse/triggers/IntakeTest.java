package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerStatus.Counts;
import tacit.pulse.triggers.Refused.Why;
import tacit.trigger.webhook.WebhookTrigger;

class IntakeTest {

    private final Rig rig = new Rig(null);
    private final ScriptedTrigger hook =
            ScriptedTrigger.ofRequests("X-Event", "Authorization", "webhook-signature", "X-Api-Key");

    @AfterEach
    void close() {
        rig.close();
    }

    private static void assertRefused(Runnable taking, Why why, String words) {
        assertThatThrownBy(taking::run)
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.why()).isEqualTo(why))
                .hasMessageContaining(words);
    }

    @Test
    void takesWhatIsSigned() {
        rig.with("hook", hook, Map.of());

        Reader.Result result = rig.send("hook", "d1", "{}");

        assertThat(result.told()).isEqualTo(1);
        assertThat(rig.signals.reasons()).containsExactly("came 1");
        assertThat(rig.signals.kept.get(0).workspaceId())
                .as("never another one")
                .isEqualTo("default");
        assertThat(rig.signals.kept.get(0).evidence()).containsExactly("trigger:hook/1");
        assertThat(rig.switches.products).containsExactly(1);
    }

    @Test
    void tr08TakesADeliveryOnceHoweverOftenItComes() {
        rig.with("hook", hook, Map.of()).send("hook", "d1", "{}");

        assertThat(rig.send("hook", "d1", "{}").repeated()).isTrue();
        rig.restart();
        assertThat(rig.send("hook", "d1", "{}").repeated()).isTrue();
        assertThat(rig.send("hook", "d2", "{}").repeated()).isFalse();

        assertThat(rig.signals.told()).isEqualTo(2);
        assertThat(rig.status().counts()).isEqualTo(new Counts(1, 1, 1, 0, 0));
    }

    @Test
    void tr08KnowsAReplayWhoseNameIsNotSigned() {
        TriggerSource github = Rig.source(
                Map.of("id", "gh", "kind", "hook", "secret_environment", "SECRET", "signature", "github"), Map.of());
        rig.with("hook", hook, Map.of()).sources.addSource(github);
        String body = "{\"a\":1}";
        Map<String, String> headers = new TreeMap<>(
                Map.of("x-hub-signature-256", "sha256=" + HexFormat.of().formatHex(Rig.hash(body))));

        assertThat(rig.intake.take("gh", headers::get, body).told()).isEqualTo(1);
        headers.put("x-github-delivery", "another");
        assertThat(rig.intake.take("gh", headers::get, body).repeated()).isTrue();
        assertRefused(() -> rig.intake.take("gh", headers::get, body + " "), Why.NOT_BELIEVED, "does not fit");
    }

    @Test
    void believesNothingThatIsNotSigned() {
        rig.with("hook", hook, Map.of());
        Map<String, String> headers = rig.signed("d1", "{}");

        assertRefused(() -> rig.intake.take("hook", headers::get, "{\"more\":1}"), Why.NOT_BELIEVED, "does not fit");
        assertRefused(() -> rig.intake.take("hook", name -> null, "{}"), Why.NOT_BELIEVED, "webhook-id");
        headers.put("webhook-id", "d2");
        assertRefused(() -> rig.intake.take("hook", headers::get, "{}"), Why.NOT_BELIEVED, "does not fit");
        assertThat(hook.asked).isEmpty();
        assertThat(hook.plans).as("no bundle is asked before").isZero();
        assertThat(rig.status().counts().refused()).isEqualTo(3);
    }

    @Test
    void believesNothingFromAnotherTime() {
        rig.with("hook", hook, Map.of());
        Map<String, String> headers = rig.signed("d1", "{}");
        rig.clock.pass(Duration.ofSeconds(301));

        assertRefused(() -> rig.intake.take("hook", headers::get, "{}"), Why.NOT_BELIEVED, "within 300 s");
    }

    @Test
    void takesNothingWithoutASecret() {
        rig.with("hook", hook, Map.of()).sources.addSource(Rig.source(Map.of("id", "open", "kind", "hook"), Map.of()));

        assertRefused(() -> rig.send("open", "d1", "{}"), Why.LATER, "no secret");
        assertThat(rig.triggers.status().get(1).problems()).contains("It has no secret, so it takes no requests");
    }

    @Test
    void takesNothingWhereNothingWaits() {
        rig.with("clock", ScriptedTrigger.each(Duration.ofMinutes(1)), Map.of());
        rig.sources.addSource(
                Rig.source(Map.of("id", "lost", "kind", "lost", "secret_environment", "SECRET"), Map.of()));

        assertRefused(() -> rig.send("nobody", "d1", "{}"), Why.UNKNOWN, "No such trigger");
        assertRefused(() -> rig.send("clock", "d1", "{}"), Why.UNKNOWN, "takes no requests");
        assertRefused(() -> rig.send("lost", "d1", "{}"), Why.LATER, "No active bundle");
    }

    @Test
    void takesNothingWhileTheStageIsOff() {
        rig.with("hook", hook, Map.of());
        rig.switches.on = false;

        assertRefused(() -> rig.send("hook", "d1", "{}"), Why.LATER, "switched off");
        rig.switches.on = true;
        assertThat(rig.send("hook", "d1", "{}").repeated())
                .as("it was not taken")
                .isFalse();
    }

    @Test
    void takesNothingWhileItsOptionsHaveProblems() {
        rig.with("hook", hook, Map.of());
        hook.plan = TriggerPlan.refused("cron must be given");

        assertRefused(() -> rig.send("hook", "d1", "{}"), Why.LATER, "has problems");
    }

    @Test
    void showsTheHeadersThatWereAskedForButNoSecrets() {
        rig.with("hook", hook, Map.of());
        Map<String, String> headers = rig.signed("d1", "{}");
        headers.putAll(Map.of("x-event", "e".repeat(600), "authorization", "Bearer x", "x-api-key", "k", "other", "o"));

        rig.intake.take("hook", headers::get, "{}");

        assertThat(Objects.requireNonNull(hook.asked.get(0).request()).headers())
                .isEqualTo(Map.of("x-event", "e".repeat(500)));
    }

    @Test
    void saysWhatIsWrongWithABodyAndTakesItAgainWhenItIsMended() {
        rig.with("webhook", new WebhookTrigger(), Map.of("reason.at", "/title"));

        assertRefused(() -> rig.send("webhook", "d1", "s3cret"), Why.MALFORMED, "The body is not valid JSON");
        assertThat(rig.send("webhook", "d1", "{\"title\":\"Hens\"}").told()).isEqualTo(1);
        assertThat(rig.signals.reasons()).containsExactly("Hens");
    }

    @Test
    void namesATriggerThatFailsAndLetsItsSenderTryAgain() {
        rig.with("hook", hook, Map.of());
        hook.failure = new IllegalStateException("broken");

        assertRefused(() -> rig.send("hook", "d1", "{}"), Why.LATER, "The trigger failed");
        assertThat(rig.status().counts().failures()).isEqualTo(1);
        hook.failure = null;
        assertThat(rig.send("hook", "d1", "{}").told()).isEqualTo(1);
    }

    @Test
    void countsWhatToldNothing() {
        rig.with("webhook", new WebhookTrigger(), Map.of("match.at", "/type"));

        assertThat(rig.send("webhook", "d1", "{}").told()).isZero();
        assertThat(rig.send("webhook", "d1", "{}").repeated()).isTrue();
        assertThat(rig.switches.whyNot).containsExactly("webhook: a request came, and it told nothing");
    }
}
