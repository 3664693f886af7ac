package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionJudgement.Permission;
import tacit.api.reflect.ReflectionSettings.Autonomy;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.runtime.testkit.Configurations;

/** One signal of two days ago: useful to .68, sure to .67, fresh to a third. */
class BarsTest {

    private static final ReflectionSituation SITUATION = Seen.of(
            Seen.settings(true, Autonomy.BALANCED_AUTOPILOT, ReflectionAction.TASK),
            Kind.WORKSPACE,
            Seen.piece(
                    "e0", ReflectionEvidence.Type.TASK_SIGNAL, true, "seen", "s", Seen.NOW.minus(Duration.ofDays(2))));
    private static final Hypothesis WINNER = Seen.hypothesis("h", .8, "e0");

    private static ReflectionJudgement judge(Map<String, Object> settings) {
        return new ScoredReflection(Configurations.of(ScoredReflection.Config.class, settings))
                .judge(SITUATION, WINNER);
    }

    @Test
    void usualBarsAreThoseOfTheSettings() {
        assertThat(judge(Map.of())).isEqualTo(new ScoredReflection(Bars.USUAL).judge(SITUATION, WINNER));
        assertThat(judge(Map.of()).permission()).isEqualTo(Permission.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "least_usefulness, .68, ALLOWED",
        "least_usefulness, .69, BLOCKED",
        "least_confidence, .60, ALLOWED",
        "least_confidence, .90, ESCALATED",
        "least_freshness, .33, ALLOWED",
        "least_freshness, .34, ESCALATED"
    })
    void eachBarHoldsBackWhatIsBelowIt(String setting, double bar, Permission permission) {
        assertThat(judge(Map.of(setting, bar)).permission()).isEqualTo(permission);
    }

    @Test
    void saysWhichBarItWas() {
        assertThat(judge(Map.of("least_usefulness", .9)).reasons()).contains("blocked: its usefulness is below .90");
    }

    @ParameterizedTest
    @CsvSource({
        "least_usefulness, -.1, least.usefulness",
        "least_confidence, 1.1, least.confidence",
        "least_freshness, NaN, least.freshness"
    })
    void refusesBarsThatAreNoShares(String setting, double bar, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(Map.of(setting, bar)))
                .withMessageContaining(name + " must be in [0, 1], got " + bar);
    }
}
