package tacit.trigger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.Urgency;

class OptionsTest {

    private static Options of(Map<String, String> options) {
        return new Options(new TriggerConfiguration("t", "probe", "w", null, options));
    }

    @Test
    void readsEachKindOfValue() {
        Options options = of(Map.of(
                "family",
                " Open-Loop-Pressure ",
                "urgency",
                "HIGH",
                "share",
                "0.25",
                "list",
                "a, b,,",
                "truth",
                "TRUE",
                "text",
                " x "));

        assertThat(options.family(SignalFamily.MAINTENANCE)).isEqualTo(SignalFamily.OPEN_LOOP_PRESSURE);
        assertThat(options.urgency(Urgency.LOW)).isEqualTo(Urgency.HIGH);
        assertThat(options.share("share", 0)).isEqualTo(.25);
        assertThat(options.list("list", "")).containsExactly("a", "b");
        assertThat(options.truth("truth", false)).isTrue();
        assertThat(options.needed("text")).isEqualTo("x");
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void takesWhatIsUsualWhereNothingIsGiven() {
        Options options = of(Map.of("blank", " "));

        assertThat(options.family(SignalFamily.MAINTENANCE)).isEqualTo(SignalFamily.MAINTENANCE);
        assertThat(options.share("share", .5)).isEqualTo(.5);
        assertThat(options.list("list", "x,y")).containsExactly("x", "y");
        assertThat(options.truth("truth", true)).isTrue();
        assertThat(options.text("blank")).isNull();
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void gathersWhatIsWrongInTheSameOrderEachTime() {
        Options options = of(Map.of("z", "1", "b", "1", "share", "2", "urgency", "never"));

        options.needed("cron");
        options.share("share", 0);
        options.urgency(Urgency.LOW);

        assertThat(options.problems())
                .containsExactly(
                        "cron must be given",
                        "share must be in [0, 1], got '2'",
                        "urgency must be one of low, medium, high, critical, got 'never'",
                        "option 'b' is unknown: probe knows cron, share, urgency",
                        "option 'z' is unknown: probe knows cron, share, urgency");
    }
}
