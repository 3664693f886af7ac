package tacit.pulse.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.PulseSituation.LastDispatch;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.pulse.Urgency;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.testkit.Configurations;

/** What a generation lays over a profile: the profile {@code p1} of {@link Given} rests 120 minutes and may start 6 dispatches. */
class TuningsTest {

    private static OrderedRulesPolicy policy(String tuning) {
        return new OrderedRulesPolicy(
                Configurations.of(OrderedRulesPolicy.Config.class, Map.of(ProfileTuning.SETTING, tuning)));
    }

    private static Given busy(int dispatches, @Nullable LastDispatch last) {
        Instant until = last == null ? null : last.restsUntil(Duration.ofHours(2));
        return Given.dispatcher()
                .with(Given.signal("a", Urgency.HIGH, .9))
                .limits(new Limits(null, until, dispatches, 0, 0, 0, 0, 0, 0, true, last));
    }

    private static LastDispatch ended(int minutesAgo, boolean succeeded) {
        return new LastDispatch(Given.NOW.minus(Duration.ofMinutes(minutesAgo)), succeeded);
    }

    private static String rule(String tuning, Given given) {
        return policy(tuning).decide(given.situation()).rule();
    }

    @Test
    void laysAnotherCooldownOverTheProfile() {
        Given given = busy(1, ended(60, true));

        assertThat(rule("", given)).isEqualTo("cooldown");
        assertThat(rule("p1 cooldown=45", given)).isEqualTo("strong_signal");
        assertThat(rule("p1 cooldown=61", given)).isEqualTo("cooldown");
        assertThat(rule("p1 cooldown=300", busy(1, ended(200, true)))).isEqualTo("cooldown");
    }

    @Test
    void restsAQuarterOfTheTunedTimeAfterAFailure() {
        assertThat(rule("p1 cooldown=40", busy(1, ended(9, false)))).isEqualTo("cooldown");
        assertThat(rule("p1 cooldown=40", busy(1, ended(10, false)))).isEqualTo("strong_signal");
        assertThat(rule("p1 cooldown=9000", busy(1, ended(15, false)))).isEqualTo("strong_signal");
    }

    @Test
    void keepsTheRecordedCooldownWhereNoLastDispatchIsKnown() {
        Given older = Given.dispatcher()
                .with(Given.signal("a", Urgency.HIGH, .9))
                .limits(new Limits(null, Given.NOW.plusSeconds(60), 1, 0, 0, 0, 0, 0, 0, true));

        assertThat(rule("p1 cooldown=15", older)).isEqualTo("cooldown");
    }

    @Test
    void laysAnotherBudgetOverTheProfile() {
        assertThat(rule("", busy(6, null))).isEqualTo("dispatch_budget");
        assertThat(rule("p1 budget=8", busy(6, null))).isEqualTo("strong_signal");
        assertThat(rule("p1 budget=3", busy(3, null))).isEqualTo("dispatch_budget");
    }

    @Test
    void tellsOfWhatIsLaidOverTheProfileInTheDecision() {
        PulseDecision decision =
                policy("p1 cooldown=45 budget=3").decide(busy(3, null).situation());

        assertThat(decision.explained()).first().isEqualTo("tuning: passed, cooldown=45 budget=3");
        assertThat(decision.reason()).isEqualTo("3 of 3 dispatches today");
    }

    @Test
    void leavesTheSituationAndOtherProfilesAlone() {
        Given given = busy(6, ended(60, true));

        PulseDecision tuned = policy("p9 cooldown=15 budget=96").decide(given.situation());

        assertThat(tuned).isEqualTo(policy("").decide(given.situation()));
    }

    @Test
    void answersWhatItLaysOverAProfile() {
        ProfileTuning tuning = policy("p1 cadence=45\n\n  p2 budget=3  ")
                .tuning(busy(0, null).situation().profile());

        assertThat(tuning).isEqualTo(new ProfileTuning("p1", 45, null, null));
        ProfileSettings usual = busy(0, null).situation().profile().settings();
        assertThat(tuning.over(usual).cadence()).isEqualTo(Duration.ofMinutes(45));
        assertThat(tuning.over(usual))
                .isEqualTo(ProfileTuning.none("p1").with("cadence", 45).over(usual));
        assertThat(policy("").tuning(busy(0, null).situation().profile()).isNone())
                .isTrue();
    }

    @Test
    void answersTheSameFromItsRecord() {
        String profile = """
                [{"id": "p1", "agentRoleId": "r1", "workspaceId": "probe",
                  "settings": {"enabled": true, "cadence": "PT15M", "staggerOffset": "PT0S", "dispatchCooldown": "PT2H",
                    "maxDispatchesPerDay": 6, "stance": "DISPATCHER", "inherited": []},
                  "state": {"status": "IDLE"}, "version": 1,
                  "createdAt": "2026-01-05T08:00:00Z", "updatedAt": "2026-01-05T08:00:00Z"}]""";

        String answer = new JsonCalls()
                .ask(policy("p1 cadence=45 budget=2"), PulsePolicy.class, "tuning(AutomationProfile)", profile);

        assertThat(answer).isEqualTo("{\"profileId\":\"p1\",\"cadenceMinutes\":45,\"dispatchesPerDay\":2}");
    }

    /** W1: a promotion of the reference laid any number over a profile. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "p1 cadence=14",
                "p1 cadence=10081",
                "p1 cooldown=14",
                "p1 cooldown=10081",
                "p1 budget=0",
                "p1 budget=97",
                "p1 stance=1",
                "p1 enabled=1",
                "p1 cadence=x",
                "p1 cadence",
                "p1 cadence=20 cadence=30",
                "p1 =20",
                "p1",
                "p1 budget=2\np1 cadence=20"
            })
    void w1RefusesWhatIsOutOfBoundsOrUnknown(String tuning) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(tuning));
    }

    @Test
    void takesTheBoundsThemselves() {
        assertThat(ProfileTuning.parse("a cadence=15 cooldown=15 budget=1\nb cadence=10080 cooldown=10080 budget=96"))
                .hasSize(2);
    }

    @Test
    void readsWhatItWrites() {
        String text = "a cadence=15\nb cooldown=90 budget=2";

        assertThat(ProfileTuning.text(ProfileTuning.parse("b  budget=2 cooldown=90\n a cadence=15 ")))
                .isEqualTo(text);
        assertThat(ProfileTuning.text(java.util.List.of(ProfileTuning.none("a"))))
                .isEmpty();
    }
}
