package tacit.learn.proposers.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.learn.proposers.World;
import tacit.pulse.heartbeat.OrderedRulesPolicy;
import tacit.runtime.testkit.BundleJar;

class MetatypesTest {

    @Test
    void readsWhatHasARangeOrOptions() {
        assertThat(Metatypes.read(Jars.of(Jars.STYLE)))
                .containsExactly(
                        new SettingRange(World.STYLE_PID, "ceiling", "Integer", "10", 0.0, 50.0, List.of()),
                        new SettingRange(
                                World.STYLE_PID, "mode", "String", "calm", null, null, List.of("calm", "bold")));
    }

    @Test
    void readsTheRangesOfARealBundle() {
        String pid = OrderedRulesPolicy.class.getName();

        assertThat(Metatypes.read(BundleJar.of(OrderedRulesPolicy.class)))
                .contains(new SettingRange(pid, "strong.signal", "Double", "0.72", 0.0, 1.0, List.of()));
    }

    @Test
    void readsNothingOfWhatIsNoJar() {
        assertThat(Metatypes.read(new byte[] {1, 2, 3})).isEmpty();
        assertThat(Metatypes.read(Jars.of("no xml"))).isEmpty();
    }

    @Test
    void readsNoForeignEntities() {
        String sly = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + Jars.STYLE;

        assertThat(Metatypes.read(Jars.of(sly))).isEmpty();
    }

    @Test
    void passesOverLimitsThatAreNoNumbers() {
        assertThat(Metatypes.read(Jars.of(Jars.STYLE.replace("max=\"50\"", "max=\"much\""))))
                .extracting(SettingRange::key)
                .containsExactly("mode");
    }
}
