package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;

class CrashTest {

    private final ScriptedTrigger hook = ScriptedTrigger.ofRequests();

    @EachDatabase
    void tr09TellsAfterARestartWhatWasNotTold(TestDatabase database) {
        Rig rig = new Rig(database, null).with("hook", hook, Map.of());
        rig.signals.failsBefore = true;
        rig.send("hook", "d1", "{}");
        rig.send("hook", "d2", "{}");
        assertThat(rig.signals.told()).isZero();

        rig.restart();
        rig.signals.failsBefore = false;
        rig.passSeconds(60);

        assertThat(rig.signals.told()).isEqualTo(2);
        assertThat(rig.signals.kept.get(0).evidence()).containsExactly("trigger:hook/1", "trigger:hook/2");
        assertThat(rig.readings.untold(rig.clock.instant(), 10)).isEmpty();
    }

    @EachDatabase
    void tr09TellsNothingTwiceThatWasToldBeforeTheEnd(TestDatabase database) {
        Rig rig = new Rig(database, null).with("hook", hook, Map.of());
        rig.signals.failsAfter = true;
        rig.send("hook", "d1", "{}");
        assertThat(rig.signals.told()).isEqualTo(1);

        rig.restart();
        rig.signals.failsAfter = false;
        rig.passSeconds(60);

        assertThat(rig.signals.told()).isEqualTo(1);
        assertThat(rig.readings.untold(rig.clock.instant(), 10)).isEmpty();
    }

    @EachDatabase
    void goesOnWithWhatItRemembers(TestDatabase database) {
        Rig rig = new Rig(database, null).with("hook", hook, Map.of());
        rig.send("hook", "d1", "{}");

        rig.restart();
        rig.send("hook", "d2", "{}");

        assertThat(rig.readings.state("hook").memory()).containsEntry("count", "2");
        assertThat(rig.readings.state("hook").sequence()).isEqualTo(2);
    }

    @Test
    void leavesAloneWhatIsBeingToldRightNow() {
        try (Rig rig = new Rig(null)) {
            rig.with("hook", hook, Map.of());
            rig.signals.failsBefore = true;
            rig.send("hook", "d1", "{}");
            rig.signals.failsBefore = false;

            rig.clock.pass(Duration.ofSeconds(5));
            assertThat(rig.forwarding.tellLeft()).isZero();
            rig.clock.pass(Duration.ofSeconds(20));
            assertThat(rig.forwarding.tellLeft()).isEqualTo(1);
        }
    }

    @Test
    void tellsNothingWhileTheStageIsOff() {
        try (Rig rig = new Rig(null)) {
            rig.with("hook", hook, Map.of());
            rig.signals.failsBefore = true;
            rig.send("hook", "d1", "{}");
            rig.signals.failsBefore = false;
            rig.switches.on = false;

            rig.passSeconds(60);
            assertThat(rig.signals.told()).isZero();
            rig.switches.on = true;
            rig.passSeconds(1);
            assertThat(rig.signals.told()).isEqualTo(1);
        }
    }

    @Test
    void dropsAndNamesWhatTheLedgerWillNeverTake() {
        try (Rig rig = new Rig(null)) {
            rig.with("hook", hook, Map.of());
            rig.signals.refuses = true;
            hook.extra = List.of();

            rig.send("hook", "d1", "{}");

            assertThat(rig.readings.untold(rig.clock.instant(), 10)).isEmpty();
        }
    }
}
