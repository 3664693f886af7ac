package tacit.runtime.cellagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.calls.JsonCalls;

class SituationsTest {

    private static final String METHOD = "template(String,String)";

    private final Situations situations = new Situations(new JsonCalls());
    private final FailureTemplates standIn = (FailureTemplates) Proxy.newProxyInstance(
            FailureTemplates.class.getClassLoader(),
            new Class<?>[] {FailureTemplates.class},
            situations.answering("failure-template"));

    @BeforeEach
    void begin() {
        situations.begin(situation(call("failure-template", "hen", "\"<hen>\"")));
    }

    private static Situation situation(InnerCall... inner) {
        return new Situation("fox", "m()", "[]", Instant.parse("2026-01-02T03:04:05Z"), 7, List.of(inner));
    }

    private static InnerCall call(String target, String message, String output) {
        return new InnerCall(target, METHOD, "[\"" + message + "\",null]", output);
    }

    @Test
    void showsTheClockInAnyZone() {
        assertThat(situations.clock().instant()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(situations.clock().withZone(ZoneId.of("Europe/Paris")).instant())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void drawsTheNumbersOfTheSeed() {
        SplittableRandom same = new SplittableRandom(7);

        assertThat(situations.random().nextInt(100)).isEqualTo(same.nextInt(100));
        assertThat(situations.random().nextGaussian()).isEqualTo(same.nextGaussian());
        assertThatThrownBy(() -> situations.random().nextInt(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersOnceWhatWasAnsweredOnce() {
        assertThat(standIn.template("hen", null)).isEqualTo("<hen>");
        assertThat(situations.notHeld()).isNull();

        assertThatThrownBy(() -> standIn.template("hen", null)).isInstanceOf(IllegalStateException.class);
        assertThat(situations.notHeld()).isEqualTo("failure-template.template(String,String)");
    }

    @Test
    void answersNobodyElse() {
        situations.begin(
                situation(call("other-role", "hen", "\"<hen>\""), call("failure-template", "fox", "\"<fox>\"")));

        assertThatThrownBy(() -> standIn.template("hen", null))
                .hasMessage("Cannot answer 'failure-template.template(String,String)': the situation does not hold it");
    }

    @Test
    void forgetsWithTheNextSituation() {
        assertThatThrownBy(() -> standIn.template("fox", null)).isInstanceOf(IllegalStateException.class);

        situations.begin(situation());

        assertThat(situations.notHeld()).isNull();
        assertThatThrownBy(() -> standIn.template("hen", null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isAnObjectLikeOthers() {
        Set<Object> known = new HashSet<>(List.of(standIn));

        assertThat(known.contains(standIn)).isTrue();
        assertThat(standIn).hasToString("failure-template").isNotEqualTo("failure-template");
        assertThat(situations.notHeld()).isNull();
    }
}
