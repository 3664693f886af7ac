package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;

class WakeTest {

    @ParameterizedTest
    @CsvSource({
        "true, HOOK, URGENT_INTERRUPT, CRITICAL, 1",
        "true, CRON, URGENT_INTERRUPT, CRITICAL, 1",
        "false, CRON, MAINTENANCE, LOW, .5",
        "false, HOOK, AWARENESS_SIGNAL, MEDIUM, .7",
        "false, API, AWARENESS_SIGNAL, LOW, .5"
    })
    void sg15TellsByModeAndSource(
            boolean now, SignalSource source, SignalFamily family, Urgency urgency, double confidence) {
        SignalDraft draft = new Wake("Look", now, source).draft("home", "r1", "n");

        assertThat(draft.family()).isEqualTo(family);
        assertThat(draft.urgency()).isEqualTo(urgency);
        assertThat(draft.confidence()).isEqualTo(confidence);
    }

    @Test
    void sg15MergesAllButAHandThatAsksAtOnce() {
        assertThat(new Wake("Look NOW", true, SignalSource.HOOK)
                        .draft("home", "r1", "1")
                        .fingerprint())
                .isEqualTo("hook:now:r1:look now");
        assertThat(new Wake("Look", true, SignalSource.MANUAL)
                        .draft("home", null, "1")
                        .fingerprint())
                .isEqualTo("manual:now:*:look:1");
        assertThat(new Wake("Look", false, SignalSource.MANUAL)
                        .draft("home", "r1", "1")
                        .fingerprint())
                .isEqualTo("manual:next-heartbeat:r1:look");
    }

    @Test
    void refusesBlankTextsAndOtherSources() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wake(" ", true, SignalSource.HOOK));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wake("x", true, SignalSource.GIT));
    }
}
